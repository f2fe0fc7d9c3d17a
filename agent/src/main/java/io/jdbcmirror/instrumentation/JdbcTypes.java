package io.jdbcmirror.instrumentation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.sql.XADataSource;
import javax.transaction.xa.XAResource;

/** The JDBC interfaces whose implementations are rewritten when they are loaded already. */
final class JdbcTypes {
  private static final Class<?>[] TYPES = {
    Driver.class,
    Connection.class,
    Statement.class,
    ResultSet.class,
    Array.class,
    DatabaseMetaData.class,
    ResultSetMetaData.class,
    XADataSource.class,
    XAResource.class
  };

  private JdbcTypes() {}

  /**
   * The classes that implement one, and their superclasses: methods may stand there (OTel#18885).
   */
  static Set<Class<?>> implementations(Class<?>[] loaded) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> type : loaded) {
      boolean named = ClassShape.isKnownByName(type.getName().replace('.', '/'));
      if (named || isImplementation(type)) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
          found.add(c);
        }
      }
    }
    return found;
  }

  private static boolean isImplementation(Class<?> loaded) {
    for (Class<?> type : TYPES) {
      if (type.isAssignableFrom(loaded)) {
        return true;
      }
    }
    return false;
  }
}
