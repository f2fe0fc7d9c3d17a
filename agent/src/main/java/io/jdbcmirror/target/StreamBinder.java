package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.StreamContent;
import java.io.InputStream;
import java.io.Reader;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/** Calls the setters that take a stream or reader, with the overload the application chose. */
final class StreamBinder {
  private StreamBinder() {}

  /** A stream or reader over what the application's held; any other value as it is. */
  static @Nullable Object open(@Nullable Object value) {
    return value instanceof StreamContent ? ((StreamContent) value).open() : value;
  }

  static void bind(PreparedStatement to, Parameter parameter) throws SQLException {
    StreamContent content = (StreamContent) parameter.value();
    switch (parameter.setter()) {
      case SQLXML:
        to.setSQLXML(
            parameter.index(), content == null ? null : DriverObjects.xml(to, content.text()));
        break;
      case ASCII_STREAM:
      case UNICODE_STREAM:
      case BINARY_STREAM:
      case BLOB:
        bindStream(to, parameter, content == null ? null : content.stream());
        break;
      default:
        bindReader(to, parameter, content == null ? null : content.reader());
        break;
    }
  }

  private static void bindStream(
      PreparedStatement to, Parameter parameter, @Nullable InputStream stream) throws SQLException {
    int index = parameter.index();
    Long length = length(parameter);
    boolean isInt = parameter.option() instanceof Integer;
    switch (parameter.setter()) {
      case ASCII_STREAM:
        ascii(to, index, stream, length, isInt);
        break;
      case BINARY_STREAM:
        binary(to, index, stream, length, isInt);
        break;
      case BLOB:
        blob(to, index, stream, length);
        break;
      default:
        unicode(to, index, stream, length == null ? 0 : length.intValue());
        break;
    }
  }

  private static void bindReader(PreparedStatement to, Parameter parameter, @Nullable Reader reader)
      throws SQLException {
    int index = parameter.index();
    Long length = length(parameter);
    switch (parameter.setter()) {
      case CHARACTER_STREAM:
        characters(to, index, reader, length, parameter.option() instanceof Integer);
        break;
      case N_CHARACTER_STREAM:
        nCharacters(to, index, reader, length);
        break;
      case CLOB:
        clob(to, parameter, reader, length);
        break;
      default:
        nClob(to, index, reader, length);
        break;
    }
  }

  private static void ascii(
      PreparedStatement to,
      int index,
      @Nullable InputStream value,
      @Nullable Long length,
      boolean isInt)
      throws SQLException {
    if (length == null) {
      to.setAsciiStream(index, value);
    } else if (isInt) {
      to.setAsciiStream(index, value, length.intValue());
    } else {
      to.setAsciiStream(index, value, length);
    }
  }

  private static void binary(
      PreparedStatement to,
      int index,
      @Nullable InputStream value,
      @Nullable Long length,
      boolean isInt)
      throws SQLException {
    if (length == null) {
      to.setBinaryStream(index, value);
    } else if (isInt) {
      to.setBinaryStream(index, value, length.intValue());
    } else {
      to.setBinaryStream(index, value, length);
    }
  }

  private static void blob(
      PreparedStatement to, int index, @Nullable InputStream value, @Nullable Long length)
      throws SQLException {
    if (length == null) {
      to.setBlob(index, value);
    } else {
      to.setBlob(index, value, length);
    }
  }

  @SuppressWarnings("deprecation") // what the application calls
  private static void unicode(
      PreparedStatement to, int index, @Nullable InputStream value, int length)
      throws SQLException {
    to.setUnicodeStream(index, value, length);
  }

  private static void characters(
      PreparedStatement to, int index, @Nullable Reader value, @Nullable Long length, boolean isInt)
      throws SQLException {
    if (length == null) {
      to.setCharacterStream(index, value);
    } else if (isInt) {
      to.setCharacterStream(index, value, length.intValue());
    } else {
      to.setCharacterStream(index, value, length);
    }
  }

  private static void nCharacters(
      PreparedStatement to, int index, @Nullable Reader value, @Nullable Long length)
      throws SQLException {
    if (length == null) {
      to.setNCharacterStream(index, value);
    } else {
      to.setNCharacterStream(index, value, length);
    }
  }

  /** Some drivers take a {@code Clob} only. */
  private static void clob(
      PreparedStatement to, Parameter parameter, @Nullable Reader value, @Nullable Long length)
      throws SQLException {
    int index = parameter.index();
    try {
      if (length == null) {
        to.setClob(index, value);
      } else {
        to.setClob(index, value, length);
      }
    } catch (SQLFeatureNotSupportedException | AbstractMethodError e) {
      StreamContent content = (StreamContent) parameter.value();
      to.setClob(index, content == null ? null : DriverObjects.clob(content.text()));
    }
  }

  private static void nClob(
      PreparedStatement to, int index, @Nullable Reader value, @Nullable Long length)
      throws SQLException {
    if (length == null) {
      to.setNClob(index, value);
    } else {
      to.setNClob(index, value, length);
    }
  }

  /**
   * The length the application told, or what there was where the source's driver took less, or took
   * a zero for "all". Null for an overload without.
   */
  private static @Nullable Long length(Parameter parameter) {
    StreamContent content = (StreamContent) parameter.value();
    if (!(parameter.option() instanceof Number)) {
      return null;
    }
    long told = ((Number) parameter.option()).longValue();
    return content == null || (told > 0 && content.length() >= told)
        ? told
        : (long) content.length();
  }
}
