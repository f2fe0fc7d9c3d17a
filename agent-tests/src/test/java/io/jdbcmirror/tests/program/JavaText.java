package io.jdbcmirror.tests.program;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.SQLType;
import java.sql.Timestamp;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a value as the Java expression that makes it. */
@SuppressWarnings("JavaUtilDate") // what programs bind
final class JavaText {
  private static final int LONG = 24;

  private JavaText() {}

  /**
   * @param type of the parameter it is passed as
   */
  static String of(Object value, Class<?> type) {
    if (value == null) {
      return "(" + type.getSimpleName() + ") null";
    }
    if (value instanceof Variable variable) {
      return variable.name();
    }
    if (value instanceof Spelled spelled) {
      return spelled.expression();
    }
    if (value instanceof String string) {
      return ofString(string);
    }
    if (value.getClass().isArray()) {
      return ofArray(value);
    }
    return value instanceof Number number ? ofNumber(number) : ofObject(value);
  }

  private static String ofNumber(Number number) {
    if (number instanceof Byte || number instanceof Short) {
      return "(" + (number instanceof Byte ? "byte" : "short") + ") " + number;
    }
    if (number instanceof Long) {
      return number + "L";
    }
    if (number instanceof Float f) {
      return Float.isFinite(f) ? f + "f" : "Float.intBitsToFloat(" + Float.floatToIntBits(f) + ")";
    }
    if (number instanceof Double d) {
      return Double.isFinite(d)
          ? d.toString()
          : "Double.longBitsToDouble(" + Double.doubleToLongBits(d) + "L)";
    }
    if (number instanceof BigDecimal || number instanceof BigInteger) {
      return "new " + number.getClass().getSimpleName() + "(\"" + number + "\")";
    }
    return number.toString();
  }

  private static String ofObject(Object value) {
    String type = value.getClass().getSimpleName();
    if (value instanceof Timestamp timestamp) {
      return "timestamp(" + timestamp.getTime() + "L, " + timestamp.getNanos() + ")";
    }
    if (value instanceof Date date) {
      return "new " + value.getClass().getName() + "(" + date.getTime() + "L)";
    }
    if (value instanceof Calendar calendar) {
      return "calendar(\"" + calendar.getTimeZone().getID() + "\")";
    }
    if (value instanceof Temporal || value instanceof TemporalAmount) {
      return type + ".parse(\"" + value + "\")";
    }
    if (value instanceof UUID) {
      return "UUID.fromString(\"" + value + "\")";
    }
    if (value instanceof URL) {
      return "java.net.URI.create(\"" + value + "\").toURL()";
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof SQLType jdbcType) {
      return "JDBCType." + jdbcType.getName();
    }
    throw new IllegalArgumentException("cannot be written: " + value.getClass());
  }

  private static String ofArray(Object array) {
    int length = Array.getLength(array);
    if (array instanceof byte[] bytes
        && length > LONG
        && Arrays.equals(bytes, ProgramRuntime.bytes(length))) {
      return "bytes(" + length + ")";
    }
    Class<?> component = array.getClass().getComponentType();
    return IntStream.range(0, length)
        .mapToObj(i -> of(Array.get(array, i), component))
        .collect(Collectors.joining(", ", "new " + component.getSimpleName() + "[] {", "}"));
  }

  private static String ofString(String text) {
    int period = text.length() > LONG ? period(text) : 0;
    if (period == 0) {
      return quoted(text);
    }
    String rest = text.substring(text.length() - text.length() % period);
    return quoted(text.substring(0, period))
        + ".repeat("
        + text.length() / period
        + ")"
        + (rest.isEmpty() ? "" : " + " + quoted(rest));
  }

  /** The length of the short piece that the text repeats; 0 if there is none. */
  private static int period(String text) {
    for (int period = 1; period <= 16; period++) {
      if (text.startsWith(text.substring(period))) {
        return period;
      }
    }
    return 0;
  }

  private static String quoted(String text) {
    return text.chars()
        .mapToObj(c -> escaped((char) c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '"', '\\' -> "\\" + c;
      default -> c < ' ' || c > '~' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
