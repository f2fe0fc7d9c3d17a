package io.jdbcmirror.demo.shop;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order's head. */
record Order(long id, long customerId, String status, BigDecimal total, @Nullable String note) {
  static final String PLACED = "PLACED";
  static final String CANCELLED = "CANCELLED";
}
