package io.jdbcmirror.demo.shop;

import java.math.BigDecimal;

/** So many of one product, at the price of the day. */
record OrderLine(int productId, int quantity, BigDecimal price) {
  BigDecimal amount() {
    return price.multiply(BigDecimal.valueOf(quantity));
  }
}
