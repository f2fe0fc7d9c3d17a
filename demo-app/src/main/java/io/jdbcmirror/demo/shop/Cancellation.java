package io.jdbcmirror.demo.shop;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.random.RandomGenerator;

/** Cancels an order, which two customers' clerks may try at the same time. */
final class Cancellation {
  private final OrderDao orders;
  private final ProductDao products;
  private final RandomGenerator random;
  private final CustomerDao customers = new CustomerDao();
  private final AuditDao audit = new AuditDao();

  Cancellation(OrderDao orders, ProductDao products, RandomGenerator random) {
    this.orders = orders;
    this.products = products;
    this.random = random;
  }

  /**
   * @return false if there is nothing to cancel any more
   */
  boolean cancel(Connection connection, long orderId) throws SQLException {
    Order order = orders.lock(connection, orderId);
    if (order == null || !order.status().equals(Order.PLACED)) {
      return false;
    }
    orders.changeStatus(connection, orderId, Order.CANCELLED);
    for (OrderLine line : orders.lines(connection, orderId)) {
      products.putBack(connection, line.productId(), line.quantity());
    }
    customers.book(connection, order.customerId(), -1, order.total().negate());
    AuditDao.Entry entry = new AuditDao.Entry(Ids.next(random), Order.CANCELLED, null);
    audit.insert(connection, orderId, Timestamps.now(), List.of(entry));
    return true;
  }
}
