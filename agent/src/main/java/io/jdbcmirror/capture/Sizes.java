package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.ArrayValue;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.StreamContent;
import io.jdbcmirror.traffic.TypedText;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Estimates what captured values hold of the heap, in bytes; rather too much than too little. */
final class Sizes {
  /** A request with its builder's leftovers and its part of the lists. */
  static final int REQUEST = 160;

  /** One row of a batch or one execution's parameters, without the parameters. */
  static final int ROW = 48;

  /** One generated key, with its column and its part of the list. */
  static final int KEY = 128;

  /** What the source has answered, without and with checksums of values. */
  static final int RESULT = 192;

  static final int RESULT_WITH_VALUES = 1_024;

  private static final int OBJECT = 32;

  private Sizes() {}

  static long of(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Integer || value instanceof Long) { // most of all, and most quickly
      return 2L * OBJECT;
    }
    if (value instanceof String) {
      return OBJECT + 2L * ((String) value).length();
    }
    if (value.getClass() == BigDecimal.class) {
      return OBJECT + of(((BigDecimal) value).unscaledValue());
    }
    if (value.getClass() == BigInteger.class) {
      return OBJECT + ((BigInteger) value).bitLength() / 8L;
    }
    if (value instanceof ArrayValue) {
      return OBJECT + of(((ArrayValue) value).elements());
    }
    if (value instanceof StreamContent) {
      return 2L * OBJECT + ((StreamContent) value).size();
    }
    if (value instanceof TypedText) {
      return OBJECT + of(((TypedText) value).typeName()) + of(((TypedText) value).text());
    }
    if (value instanceof Deferred) {
      return 2L * OBJECT + ((Deferred) value).bytes();
    }
    return value.getClass().isArray() ? ofArray(value) : 2L * OBJECT;
  }

  private static long ofArray(Object array) {
    if (!(array instanceof Object[])) {
      return OBJECT + 8L * Array.getLength(array) / (array instanceof byte[] ? 8 : 1);
    }
    long size = OBJECT;
    for (Object element : (Object[]) array) {
      size += 8 + of(element);
    }
    return size;
  }

  static long of(Parameter parameter) {
    return 2L * OBJECT + of(parameter.value()) + of(parameter.option());
  }

  static long of(Parameter[] row) {
    long size = ROW;
    for (Parameter parameter : row) {
      size += of(parameter);
    }
    return size;
  }
}
