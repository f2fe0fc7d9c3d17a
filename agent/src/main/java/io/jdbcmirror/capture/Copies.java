package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.ArrayValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.JDBCType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Copies of bound values, so that what the application does to them afterwards changes nothing here
 * (Glowroot's {@code PreparedStatementMirror} tells of live references that leaked into other
 * queries). Classes are compared exactly: an application's subclass is not touched.
 */
@SuppressWarnings("JavaUtilDate") // what applications bind is what is copied
final class Copies {
  /** Stands for a value that cannot be captured. */
  static final Object NOT_CAPTURED = new Object();

  private static final Set<Class<?>> IMMUTABLE =
      new HashSet<>(
          Arrays.<Class<?>>asList(
              String.class,
              Boolean.class,
              Character.class,
              Byte.class,
              Short.class,
              Integer.class,
              Long.class,
              Float.class,
              Double.class,
              BigDecimal.class,
              BigInteger.class,
              UUID.class,
              URL.class,
              LocalDate.class,
              LocalTime.class,
              LocalDateTime.class,
              OffsetTime.class,
              OffsetDateTime.class,
              ZonedDateTime.class,
              Instant.class,
              Duration.class,
              Period.class,
              Year.class,
              JDBCType.class,
              ArrayValue.class));

  private static final Set<Class<?>> DATES =
      new HashSet<>(
          Arrays.<Class<?>>asList(
              Date.class, java.sql.Date.class, java.sql.Time.class, java.sql.Timestamp.class));

  private Copies() {}

  /**
   * Whether it is one of the immutable classes that most values are of: cheaper than to look up.
   */
  static boolean isPlain(@Nullable Object value) {
    return value instanceof String || value instanceof Integer || value instanceof Long;
  }

  /**
   * @return the value itself where it cannot change, a copy where it can, or {@link #NOT_CAPTURED}
   */
  static @Nullable Object of(@Nullable Object value) {
    if (value == null || IMMUTABLE.contains(value.getClass())) {
      return value;
    }
    if (DATES.contains(value.getClass())) {
      return ((Date) value).clone();
    }
    if (value.getClass() == GregorianCalendar.class) {
      return ((Calendar) value).clone();
    }
    return value.getClass().isArray() ? ofArray(value) : NOT_CAPTURED;
  }

  /** Whether it may be changed while a driver holds it, and can be copied. */
  static boolean isMutable(@Nullable Object value) {
    return value != null
        && (value.getClass().isArray()
            || DATES.contains(value.getClass())
            || value.getClass() == GregorianCalendar.class);
  }

  private static Object ofArray(Object array) {
    if (array instanceof byte[]) {
      return ((byte[]) array).clone();
    }
    if (array instanceof Object[]) {
      return ofObjects((Object[]) array);
    }
    return ofPrimitives(array);
  }

  private static Object ofObjects(Object[] array) {
    Object[] copy = array.clone(); // keeps the component type
    for (int i = 0; i < copy.length; i++) {
      Object element = of(copy[i]);
      if (element == NOT_CAPTURED) {
        return NOT_CAPTURED;
      }
      copy[i] = element;
    }
    return copy;
  }

  private static Object ofPrimitives(Object array) {
    if (array instanceof int[]) {
      return ((int[]) array).clone();
    }
    if (array instanceof long[]) {
      return ((long[]) array).clone();
    }
    if (array instanceof double[]) {
      return ((double[]) array).clone();
    }
    if (array instanceof float[]) {
      return ((float[]) array).clone();
    }
    if (array instanceof short[]) {
      return ((short[]) array).clone();
    }
    if (array instanceof boolean[]) {
      return ((boolean[]) array).clone();
    }
    return array instanceof char[] ? ((char[]) array).clone() : NOT_CAPTURED;
  }
}
