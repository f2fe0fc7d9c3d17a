package io.jdbcmirror.demo.shop;

/** The shop cannot take an order; its transaction is rolled back. */
final class OrderRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OrderRejected(String reason) {
    super(reason);
  }
}
