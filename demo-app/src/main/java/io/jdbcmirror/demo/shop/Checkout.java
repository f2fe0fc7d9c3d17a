package io.jdbcmirror.demo.shop;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Places an order, as one transaction over seven tables. Rows are locked in one order everywhere
 * (the order, products by id, the voucher, the customer), so that orders wait for each other but do
 * not deadlock.
 */
final class Checkout {
  private static final BigDecimal VOUCHER = new BigDecimal("5.00");

  private final OrderDao orders;
  private final ProductDao products;
  private final RandomGenerator random;
  private final CustomerDao customers = new CustomerDao();
  private final PaymentDao payments = new PaymentDao();
  private final AuditDao audit = new AuditDao();

  Checkout(OrderDao orders, ProductDao products, RandomGenerator random) {
    this.orders = orders;
    this.products = products;
    this.random = random;
  }

  /**
   * @return the new order's number
   * @throws OrderRejected if a product is sold out or the payment refused
   */
  long place(Connection connection, Basket basket) throws SQLException {
    OffsetDateTime at = Timestamps.now();
    List<OrderLine> lines = reserve(connection, basket);
    BigDecimal total =
        lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    Order order = orders.insert(connection, basket.customerId(), total, basket.note(), at);
    long id = order.id();
    addGift(connection, basket.gift(), lines);
    orders.insertLines(connection, id, lines);
    BigDecimal toPay = total.subtract(discount(connection, order, basket.voucher()));
    pay(connection, id, toPay, basket.cardAccepted(), at);
    customers.book(connection, basket.customerId(), 1, toPay);
    record(connection, id, basket, at);
    return id;
  }

  private List<OrderLine> reserve(Connection connection, Basket basket) throws SQLException {
    List<OrderLine> lines = new ArrayList<>();
    for (Map.Entry<Integer, Integer> wanted : basket.quantities().entrySet()) {
      int product = wanted.getKey();
      if (!products.take(connection, product, wanted.getValue())) {
        throw new OrderRejected("sold out");
      }
      lines.add(new OrderLine(product, wanted.getValue(), products.price(connection, product)));
    }
    return lines;
  }

  private void addGift(Connection connection, Basket.Gift gift, List<OrderLine> lines)
      throws SQLException {
    if (gift == Basket.Gift.NONE) {
      return;
    }
    Savepoint beforeGift = connection.setSavepoint("before_gift");
    boolean inStock = products.take(connection, Catalog.GIFT, 1);
    if (inStock && gift == Basket.Gift.TAKEN) {
      connection.releaseSavepoint(beforeGift);
      lines.add(new OrderLine(Catalog.GIFT, 1, BigDecimal.ZERO));
    } else {
      connection.rollback(beforeGift);
    }
  }

  private BigDecimal discount(Connection connection, Order order, @Nullable String voucher)
      throws SQLException {
    if (voucher == null || order.total().compareTo(VOUCHER) < 0) {
      return BigDecimal.ZERO;
    }
    Savepoint beforeVoucher = connection.setSavepoint();
    try {
      payments.redeem(connection, voucher, order.id());
    } catch (SQLException error) {
      if (!SqlErrors.isDuplicate(error)) {
        throw error;
      }
      connection.rollback(beforeVoucher);
      return BigDecimal.ZERO;
    }
    orders.changeTotal(connection, order.id(), order.total().subtract(VOUCHER));
    return VOUCHER;
  }

  private void pay(
      Connection connection, long orderId, BigDecimal amount, boolean accepted, OffsetDateTime at)
      throws SQLException {
    PaymentProvider.charge(random, accepted);
    byte[] receipt = ("order " + orderId + ", paid " + amount).getBytes(StandardCharsets.UTF_8);
    payments.insert(connection, Ids.next(random), orderId, amount, receipt, at);
  }

  private void record(Connection connection, long id, Basket basket, OffsetDateTime at)
      throws SQLException {
    List<AuditDao.Entry> entries =
        List.of(
            new AuditDao.Entry(Ids.next(random), Order.PLACED, basket.note()),
            new AuditDao.Entry(Ids.next(random), "PAID", basket.voucher()));
    audit.insert(connection, id, at, entries);
  }
}
