package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.TypedText;
import java.sql.SQLType;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of a driver's own classes that {@code setObject} takes, turned into what any driver of the
 * kind takes. Only exact classes of the driver are asked, and only for what they hold in memory.
 */
final class DriverValues {
  private static final String H2 = "org.h2.";
  private static final String H2_VALUE = "org.h2.value.Value";
  private static final String POSTGRESQL = "org.postgresql.";
  private static final String PG_OBJECT = "org.postgresql.util.PGobject";

  /** By class, the getter of H2's own values: its updatable result sets bind them. */
  private static final Map<String, String> H2_GETTERS = new HashMap<>();

  static {
    getter("getInt", "Integer", "Int");
    getter("getLong", "Bigint", "Long");
    getter("getShort", "Smallint", "Short");
    getter("getByte", "Tinyint", "Byte");
    getter("getBoolean", "Boolean");
    getter("getFloat", "Real", "Float");
    getter("getDouble", "Double");
    getter("getBigDecimal", "Numeric", "Decimal");
    getter("getBytes", "Varbinary", "Binary", "Bytes");
    getter("getUuid", "Uuid");
    getter("getString", "Varchar", "VarcharIgnoreCase", "Char", "Enum");
    getter("getString", "String", "StringIgnoreCase", "StringFixed");
    getter("getString", "Date", "Time", "Timestamp");
  }

  private DriverValues() {}

  private static void getter(String method, String... classes) {
    for (String name : classes) {
      H2_GETTERS.put(H2_VALUE + name, method);
    }
  }

  /**
   * @param driver name of any of its classes
   * @param type third argument of {@code setObject}, if it has one
   * @return null for a null of the driver's own
   */
  static @Nullable Object of(String driver, Object value, @Nullable Object type) {
    try {
      String name = value.getClass().getName();
      if (driver.startsWith(H2) && name.startsWith(H2_VALUE)) {
        return ofH2(name, value);
      }
      if (driver.startsWith(POSTGRESQL)) {
        return ofPostgres(name, value, type);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Copies.NOT_CAPTURED; // another version of the driver, or a value out of range
    }
    return Copies.NOT_CAPTURED;
  }

  private static @Nullable Object ofH2(String name, Object value)
      throws ReflectiveOperationException {
    if (name.equals(H2_VALUE + "Null")) {
      return null;
    }
    String getter = H2_GETTERS.get(name);
    if (getter == null) {
      return Copies.NOT_CAPTURED;
    }
    Class<?> declaring = getter.equals("getUuid") ? value.getClass() : valueClass(value);
    Object got = declaring.getMethod(getter).invoke(value);
    switch (name.substring(H2_VALUE.length())) {
      case "Date":
        return LocalDate.parse((String) got);
      case "Time":
        return LocalTime.parse((String) got);
      case "Timestamp":
        return LocalDateTime.parse(((String) got).replace(' ', 'T'));
      default:
        return Copies.of(got);
    }
  }

  /** The public one: methods of classes between may not be called from here. */
  private static Class<?> valueClass(Object value) throws ClassNotFoundException {
    return Class.forName(H2_VALUE, false, value.getClass().getClassLoader());
  }

  private static Object ofPostgres(String name, Object value, @Nullable Object type)
      throws ReflectiveOperationException {
    if (name.startsWith(POSTGRESQL) && isPgObject(value.getClass())) {
      return new TypedText(text(value, "getType"), text(value, "getValue"));
    }
    return value instanceof Enum && isText(type) ? enumText(value) : Copies.NOT_CAPTURED;
  }

  private static boolean isPgObject(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.getName().equals(PG_OBJECT)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String text(Object value, String getter)
      throws ReflectiveOperationException {
    return (String) value.getClass().getMethod(getter).invoke(value);
  }

  private static boolean isText(@Nullable Object type) {
    return type instanceof Integer
        && (type.equals(Types.OTHER) || type.equals(Types.VARCHAR) || type.equals(Types.CHAR));
  }

  /** The driver sends what toString returns: known, unless the application has its own. */
  private static Object enumText(Object value) throws ReflectiveOperationException {
    boolean own = value.getClass().getMethod("toString").getDeclaringClass() != Enum.class;
    return own ? Copies.NOT_CAPTURED : ((Enum<?>) value).name();
  }

  /** Whether it is one of the driver's own constants: immutable, and none of the application. */
  static boolean isTypeOf(String driver, @Nullable Object type) {
    return type instanceof SQLType && root(type.getClass().getName()).equals(root(driver));
  }

  /** The first two parts of a package. */
  private static String root(String className) {
    int first = className.indexOf('.');
    int second = className.indexOf('.', first + 1);
    return second < 0 ? className : className.substring(0, second);
  }
}
