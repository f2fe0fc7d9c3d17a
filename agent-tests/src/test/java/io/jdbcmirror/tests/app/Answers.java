package io.jdbcmirror.tests.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The recording driver's objects, and what it answers where no real driver stands behind it. */
public final class Answers {
  /** The interfaces it implements, each after those that extend it. */
  public static final List<Class<?>> TYPES =
      List.of(
          Driver.class,
          Connection.class,
          CallableStatement.class,
          PreparedStatement.class,
          Statement.class,
          ResultSet.class,
          NClob.class,
          Clob.class,
          Blob.class,
          SQLXML.class,
          java.sql.Array.class,
          Struct.class,
          Ref.class,
          RowId.class,
          Savepoint.class,
          DatabaseMetaData.class,
          ResultSetMetaData.class,
          ParameterMetaData.class);

  private static final Map<Class<?>, Constructor<?>> MADE_BY = new ConcurrentHashMap<>();

  private Answers() {}

  /** The JDBC interface of an object, null if it has none. */
  static Class<?> jdbcType(Object object) {
    for (Class<?> type : TYPES) {
      if (type.isInstance(object)) {
        return type;
      }
    }
    return null;
  }

  static Recorded recorded(Class<?> type, Object real) {
    try {
      return (Recorded) MADE_BY.computeIfAbsent(type, Answers::constructor).newInstance(real);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Constructor<?> constructor(Class<?> type) {
    try {
      return Class.forName(Tape.PACKAGE + "Recorded" + type.getSimpleName())
          .getConstructor(Object.class);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static Object madeUp(Class<?> type) {
    if (TYPES.contains(type)) {
      return recorded(type, null);
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == String.class) {
      return new String("answer"); // an identity of its own
    }
    return type.isPrimitive() && type != void.class ? number(type) : null;
  }

  /** As a driver does that sends a stream at once. */
  static void read(Object[] arguments) {
    for (Object argument : arguments) {
      if (argument instanceof InputStream stream) {
        try {
          stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Zero of whatever primitive type. */
  private static Object number(Class<?> type) {
    return Array.get(Array.newInstance(type, 1), 0);
  }
}
