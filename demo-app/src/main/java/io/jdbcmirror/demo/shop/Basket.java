package io.jdbcmirror.demo.shop;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a customer brings to the checkout.
 *
 * @param quantities by product id, in the order in which products are locked
 * @param voucher code of a voucher that may have been used before
 * @param gift whether the free sample is offered, and whether it is taken
 * @param cardAccepted what the payment provider is going to say
 */
record Basket(
    long customerId,
    SortedMap<Integer, Integer> quantities,
    @Nullable String voucher,
    @Nullable String note,
    Gift gift,
    boolean cardAccepted) {

  /** What becomes of the free sample. */
  enum Gift {
    NONE,
    TAKEN,
    DECLINED
  }
}
