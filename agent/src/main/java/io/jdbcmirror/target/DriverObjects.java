package io.jdbcmirror.target;

import io.jdbcmirror.traffic.TypedText;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLType;
import java.sql.SQLXML;
import org.jspecify.annotations.Nullable;

/** Makes what the target's driver wants in a class of its own; it may have another class loader. */
final class DriverObjects {
  private static final String PG_OBJECT = "org.postgresql.util.PGobject";

  private DriverObjects() {}

  /** A {@code PGobject}; for other drivers its text. */
  static @Nullable Object typed(PreparedStatement to, TypedText value) throws SQLException {
    try {
      Class<?> type = Class.forName(PG_OBJECT, true, to.getClass().getClassLoader());
      Object made = type.getConstructor().newInstance();
      type.getMethod("setType", String.class).invoke(made, value.typeName());
      type.getMethod("setValue", String.class).invoke(made, value.text());
      return made;
    } catch (ClassNotFoundException e) {
      return value.text();
    } catch (ReflectiveOperationException e) {
      throw new SQLException("no PGobject", "22023", e);
    }
  }

  /** The target's own constant of that name; the given one where it has none or needs none. */
  static SQLType type(PreparedStatement to, SQLType given) {
    Class<?> declaring =
        given instanceof Enum ? ((Enum<?>) given).getDeclaringClass() : given.getClass();
    try {
      Class<?> own = Class.forName(declaring.getName(), true, to.getClass().getClassLoader());
      return own == declaring ? given : same(given, declaring, own);
    } catch (ReflectiveOperationException e) {
      return given;
    }
  }

  private static SQLType same(SQLType given, Class<?> declaring, Class<?> own)
      throws ReflectiveOperationException {
    for (Field field : declaring.getFields()) {
      if (field.getType() == declaring && field.get(null) == given) {
        return (SQLType) own.getField(field.getName()).get(null);
      }
    }
    return given;
  }

  /** For drivers that take no reader. */
  static Clob clob(String text) {
    return (Clob)
        Proxy.newProxyInstance(
            DriverObjects.class.getClassLoader(),
            new Class<?>[] {Clob.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "getCharacterStream":
                  return new StringReader(text);
                case "length":
                  return (long) text.length();
                default:
                  throw new SQLFeatureNotSupportedException(method.getName());
              }
            });
  }

  static SQLXML xml(PreparedStatement to, String text) throws SQLException {
    SQLXML xml = to.getConnection().createSQLXML();
    xml.setString(text);
    return xml;
  }
}
