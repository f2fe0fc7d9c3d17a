package io.jdbcmirror.target;

import io.jdbcmirror.traffic.ArrayValue;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.TypedText;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * Calls the same setter with the same arguments as the application did. What the target's driver
 * does not take surfaces as its exception.
 */
final class ParameterBinder {
  private ParameterBinder() {}

  static void bind(PreparedStatement statement, Parameter[] row) throws SQLException {
    statement.clearParameters();
    for (Parameter parameter : row) {
      bind(statement, parameter);
    }
  }

  private static void bind(PreparedStatement to, Parameter parameter) throws SQLException {
    int index = parameter.index();
    Object value = parameter.value();
    switch (parameter.setter()) {
      case NULL:
        bindNull(to, index, (int) required(value), (String) parameter.option());
        break;
      case OBJECT:
        bindObject(to, parameter);
        break;
      case ARRAY:
        to.setArray(index, array(to, (ArrayValue) value));
        break;
      case DATE:
      case TIME:
      case TIMESTAMP:
        bindMoment(to, parameter, (Calendar) parameter.option());
        break;
      case BIG_DECIMAL:
        to.setBigDecimal(index, (BigDecimal) value);
        break;
      case STRING:
        to.setString(index, (String) value);
        break;
      case N_STRING:
        to.setNString(index, (String) value);
        break;
      case BYTES:
        to.setBytes(index, (byte[]) value);
        break;
      case URL:
        to.setURL(index, (URL) value);
        break;
      case ASCII_STREAM:
      case UNICODE_STREAM:
      case BINARY_STREAM:
      case CHARACTER_STREAM:
      case N_CHARACTER_STREAM:
      case BLOB:
      case CLOB:
      case N_CLOB:
      case SQLXML:
        StreamBinder.bind(to, parameter);
        break;
      default:
        bindPrimitive(to, parameter, required(value));
        break;
    }
  }

  private static void bindPrimitive(PreparedStatement to, Parameter parameter, Object value)
      throws SQLException {
    int index = parameter.index();
    switch (parameter.setter()) {
      case BOOLEAN:
        to.setBoolean(index, (boolean) value);
        break;
      case BYTE:
        to.setByte(index, (byte) value);
        break;
      case SHORT:
        to.setShort(index, (short) value);
        break;
      case INT:
        to.setInt(index, (int) value);
        break;
      case LONG:
        to.setLong(index, (long) value);
        break;
      case FLOAT:
        to.setFloat(index, (float) value);
        break;
      case DOUBLE:
        to.setDouble(index, (double) value);
        break;
      default:
        throw new IllegalStateException("no binding for " + parameter.setter());
    }
  }

  private static void bindNull(
      PreparedStatement to, int index, int sqlType, @Nullable String typeName) throws SQLException {
    if (typeName == null) {
      to.setNull(index, sqlType);
    } else {
      to.setNull(index, sqlType, typeName);
    }
  }

  private static void bindMoment(
      PreparedStatement to, Parameter parameter, @Nullable Calendar calendar) throws SQLException {
    switch (parameter.setter()) {
      case DATE:
        bindDate(to, parameter.index(), (Date) parameter.value(), calendar);
        break;
      case TIME:
        bindTime(to, parameter.index(), (Time) parameter.value(), calendar);
        break;
      default:
        bindTimestamp(to, parameter.index(), (Timestamp) parameter.value(), calendar);
        break;
    }
  }

  private static void bindDate(
      PreparedStatement to, int index, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    if (calendar == null) {
      to.setDate(index, value);
    } else {
      to.setDate(index, value, calendar);
    }
  }

  private static void bindTime(
      PreparedStatement to, int index, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    if (calendar == null) {
      to.setTime(index, value);
    } else {
      to.setTime(index, value, calendar);
    }
  }

  private static void bindTimestamp(
      PreparedStatement to, int index, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    if (calendar == null) {
      to.setTimestamp(index, value);
    } else {
      to.setTimestamp(index, value, calendar);
    }
  }

  private static void bindObject(PreparedStatement to, Parameter parameter) throws SQLException {
    int index = parameter.index();
    Object value = ownOfTarget(to, parameter.value());
    Object type = parameter.option();
    Integer scale = (Integer) parameter.scale();
    if (type == null) {
      to.setObject(index, value);
    } else if (type instanceof SQLType) {
      bindTyped(to, index, value, DriverObjects.type(to, (SQLType) type), scale);
    } else if (scale == null) {
      to.setObject(index, value, (int) type);
    } else {
      to.setObject(index, value, (int) type, scale);
    }
  }

  private static void bindTyped(
      PreparedStatement to,
      int index,
      @Nullable Object value,
      SQLType type,
      @Nullable Integer scale)
      throws SQLException {
    if (scale == null) {
      to.setObject(index, value, type);
    } else {
      to.setObject(index, value, type, scale);
    }
  }

  /** What lives on a connection, or is read up, is made anew. */
  private static @Nullable Object ownOfTarget(PreparedStatement to, @Nullable Object value)
      throws SQLException {
    if (value instanceof ArrayValue) {
      return array(to, (ArrayValue) value);
    }
    return value instanceof TypedText
        ? DriverObjects.typed(to, (TypedText) value)
        : StreamBinder.open(value);
  }

  private static @Nullable Array array(PreparedStatement to, @Nullable ArrayValue value)
      throws SQLException {
    return value == null
        ? null
        : to.getConnection().createArrayOf(value.typeName(), value.elements());
  }

  private static Object required(@Nullable Object value) throws SQLException {
    if (value == null) {
      throw new SQLException("a primitive parameter without a value", "22023");
    }
    return value;
  }
}
