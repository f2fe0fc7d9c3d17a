package io.jdbcmirror.demo.shop;

import java.math.BigDecimal;

/** What stands in the shop when it opens. */
final class Catalog {
  static final int PRODUCTS = 40;

  /** The first few products are what most people want: their rows are fought over. */
  static final int HOT_PRODUCTS = 3;

  /** The free sample; the highest id, so that it is locked after all others. */
  static final int GIFT = PRODUCTS + 1;

  static final int CUSTOMERS = 400;
  static final int VOUCHERS = 2_000;
  static final int STOCK = 400;

  private Catalog() {}

  static BigDecimal price(int product) {
    return BigDecimal.valueOf(199L + 137L * product, 2);
  }
}
