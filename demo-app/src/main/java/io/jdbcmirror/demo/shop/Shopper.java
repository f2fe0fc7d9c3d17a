package io.jdbcmirror.demo.shop;

import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One thread's share of the shop's visitors. What it chooses follows from its random numbers alone.
 *
 * <p>Customers order everywhere, but browse at one shopper only, as with sticky sessions: the
 * counters of their visits are updated in autocommit mode, and never by two threads.
 */
final class Shopper {
  private static final long FIRST_NEW_CUSTOMER = 1_000_000;

  private final int number;
  private final int shoppers;
  private final Transactions transactions;
  private final RandomGenerator random;
  private final RecentOrders recent;
  private final Tally tally;
  private final ProductDao products = new ProductDao();
  private final CustomerDao customers = new CustomerDao();
  private final BrowsingDao browsing = new BrowsingDao();
  private final Checkout checkout;
  private final Cancellation cancellation;
  private long registrations;

  Shopper(
      int number,
      int shoppers,
      Transactions transactions,
      OrderDao orders,
      RandomGenerator random,
      RecentOrders recent,
      Tally tally) {
    this.number = number;
    this.shoppers = shoppers;
    this.transactions = transactions;
    this.random = random;
    this.recent = recent;
    this.tally = tally;
    checkout = new Checkout(orders, products, random);
    cancellation = new Cancellation(orders, products, random);
  }

  /** Does one thing that visitors of a shop do. */
  void act() throws SQLException {
    int choice = random.nextInt(100);
    if (choice < 50) {
      order();
    } else if (choice < 75) {
      browse();
    } else if (choice < 85) {
      lookBack();
    } else if (choice < 90) {
      cancel();
    } else if (choice < 96) {
      restock();
    } else {
      register();
    }
  }

  private void order() throws SQLException {
    Basket basket = basket();
    try {
      recent.add(transactions.required(connection -> checkout.place(connection, basket)));
      tally.orders.increment();
    } catch (OrderRejected rejected) {
      tally.rejected.increment();
    }
  }

  private void browse() throws SQLException {
    long customer = 1 + number + (long) shoppers * random.nextInt(Catalog.CUSTOMERS / shoppers);
    int product = anyProduct();
    transactions.autocommit(
        connection -> {
          products.price(connection, product);
          browsing.view(connection, Ids.next(random), customer, product, Timestamps.now());
          return browsing.countVisit(connection, customer, product, Timestamps.now());
        });
    tally.reads.increment();
  }

  private void lookBack() throws SQLException {
    long customer = anyCustomer();
    transactions.autocommit(connection -> browsing.pastOrders(connection, customer));
    transactions.autocommit(connection -> browsing.proposals(connection, customer));
    tally.reads.increment();
  }

  private void cancel() throws SQLException {
    long order = recent.any(random);
    if (transactions.required(connection -> cancellation.cancel(connection, order))) {
      tally.cancelled.increment();
    }
  }

  private void restock() throws SQLException {
    int product = transactions.autocommit(products::scarcest);
    int quantity = random.nextInt(10, 20);
    transactions.required(connection -> products.putBack(connection, product, quantity));
  }

  private void register() throws SQLException {
    boolean known = random.nextInt(4) == 0;
    long id = FIRST_NEW_CUSTOMER * (number + 1) + registrations++;
    String email = "customer" + (known ? anyCustomer() : id) + "@shop.example";
    try {
      transactions.autocommit(
          connection ->
              customers.register(connection, id, email, "Newcomer " + id, Timestamps.now()));
      tally.registered.increment();
    } catch (SQLException error) {
      if (!SqlErrors.isDuplicate(error)) {
        throw error;
      }
      tally.duplicates.increment();
    }
  }

  private Basket basket() {
    SortedMap<Integer, Integer> quantities = new TreeMap<>();
    int size = random.nextInt(1, 5);
    for (int i = 0; i < size; i++) {
      quantities.put(anyProduct(), random.nextInt(1, 4));
    }
    @Nullable String voucher =
        random.nextInt(5) == 0 ? "WELCOME-" + random.nextInt(Catalog.VOUCHERS) : null;
    @Nullable String note = random.nextInt(3) == 0 ? "Leave it with the neighbour’s dog" : null;
    return new Basket(anyCustomer(), quantities, voucher, note, gift(), random.nextInt(100) >= 3);
  }

  private Basket.Gift gift() {
    int choice = random.nextInt(10);
    return choice == 0 ? Basket.Gift.DECLINED : choice == 1 ? Basket.Gift.TAKEN : Basket.Gift.NONE;
  }

  private int anyProduct() {
    int choices = random.nextInt(3) == 0 ? Catalog.HOT_PRODUCTS : Catalog.PRODUCTS;
    return 1 + random.nextInt(choices);
  }

  private long anyCustomer() {
    return 1L + random.nextInt(Catalog.CUSTOMERS);
  }
}
