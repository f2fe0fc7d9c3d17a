package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.GeneratedKeys;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state that hangs on a result set of generated keys: takes down what the application reads.
 * Forward only; who scrolls in it leaves nothing certain. Not thread-safe, as the result set is
 * not.
 */
final class KeyReading extends ResultReader {
  private static final Set<String> OTHER_GETTERS =
      new HashSet<>(
          Arrays.asList(
              "getBoolean",
              "getFloat",
              "getDouble",
              "getNString",
              "getBytes",
              "getDate",
              "getTime",
              "getTimestamp"));

  private final GeneratedKeys keys;

  KeyReading(CapturedSession session, GeneratedKeys keys) {
    super(session);
    this.keys = keys;
    keys.begin();
  }

  boolean isOf(GeneratedKeys other) {
    return keys == other;
  }

  @Override
  boolean followsSteps() {
    return true;
  }

  @Override
  boolean followsValues() {
    return true;
  }

  @Override
  void stepped(String method, boolean onRow) {
    boolean forward = method.equals("next");
    if (forward && onRow) {
      keys.row();
    } else if (forward || method.equals("close")) {
      session().keysRead(keys);
    } else {
      keys.lose();
    }
  }

  @Override
  void lose() {
    keys.lose();
    session().keysRead(keys);
  }

  /** By label or by index: a driver may call a getter by one from that by the other. */
  @Override
  void got(
      boolean outermost,
      String method,
      Object column,
      @Nullable Object type,
      @Nullable Object value) {
    if (!OTHER_GETTERS.contains(method)) {
      value(column, value);
    }
  }

  private void value(Object column, @Nullable Object value) {
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
