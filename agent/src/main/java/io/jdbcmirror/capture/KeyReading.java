package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.GeneratedKeys;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The state that hangs on a result set of generated keys: takes down what the application reads.
 * Forward only; who scrolls in it leaves nothing certain. Not thread-safe, as the result set is
 * not.
 */
final class KeyReading {
  private final CapturedSession session;
  private final GeneratedKeys keys;
  private int depth;

  KeyReading(CapturedSession session, GeneratedKeys keys) {
    this.session = session;
    this.keys = keys;
    keys.begin();
  }

  CapturedSession session() {
    return session;
  }

  boolean isOf(GeneratedKeys other) {
    return keys == other;
  }

  /** A step or a value was missed by a fault of the agent's own. */
  void lose() {
    depth = 0;
    keys.lose();
    session.keysRead(keys);
  }

  /** A call that moves or closes the result set begins; drivers call one from the other. */
  void enter() {
    depth++;
  }

  /**
   * Such a call has ended.
   *
   * @param returned null if it returns nothing or has thrown
   */
  void exit(String method, @Nullable Object returned) {
    depth = Math.max(0, depth - 1);
    if (depth > 0) {
      return;
    }
    boolean forward = method.equals("next");
    if (forward && Boolean.TRUE.equals(returned)) {
      keys.row();
    } else if (forward || method.equals("close")) {
      session.keysRead(keys);
    } else {
      keys.lose();
    }
  }

  void value(Object column, @Nullable Object value) {
    Long number = number(value);
    if (number != null) {
      keys.value(column, number);
    } else if (value != null) {
      keys.otherValue();
    }
  }

  /** Null for what is no whole number. By exact classes: no method of an unknown one is called. */
  private static @Nullable Long number(@Nullable Object value) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof String) {
      return parse((String) value);
    }
    if (value != null && value.getClass() == BigInteger.class) {
      return parse(value.toString());
    }
    return value != null && value.getClass() == BigDecimal.class ? whole((BigDecimal) value) : null;
  }

  private static @Nullable Long whole(BigDecimal value) {
    boolean fits = value.scale() == 0 && value.precision() <= 19;
    return fits ? parse(value.toPlainString()) : null;
  }

  private static @Nullable Long parse(String text) {
    if (text.isEmpty() || text.length() > 20) {
      return null;
    }
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
