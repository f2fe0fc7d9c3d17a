package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.Setter;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a driver does with a mutable argument that the application may change after it was bound.
 * Read in the drivers' sources and shown by tests on the real ones; of others nothing is known.
 */
enum KeptReference {
  /** The driver has taken what it sends when the setter returns. */
  TAKEN_AT_SETTER,
  /** It sends what stands in the argument when the statement, or its batch, is executed. */
  SENT_AT_EXECUTION,
  /** Not to be told, if the two differ. */
  UNKNOWN,
  /** It sends the argument's identity as text, which no other driver can repeat. */
  IDENTITY_SENT;

  private static final String H2 = "org.h2.";
  private static final String POSTGRESQL = "org.postgresql.";
  private static final String MARIADB = "org.mariadb.jdbc.";

  /**
   * @param driver name of any of its classes
   * @param type third argument of {@code setObject}, if it has one
   */
  static KeptReference of(String driver, Setter setter, Object value, @Nullable Object type) {
    if (driver.startsWith(H2)) {
      return TAKEN_AT_SETTER;
    }
    if (driver.startsWith(POSTGRESQL)) {
      return ofPostgres(value, type);
    }
    boolean plain = setter != Setter.OBJECT || type == null;
    return driver.startsWith(MARIADB) && plain ? SENT_AT_EXECUTION : UNKNOWN;
  }

  /** Whether it has copied the elements when {@code createArrayOf} returns. */
  static boolean copiesArrays(String driver) {
    return driver.startsWith(H2) || driver.startsWith(POSTGRESQL);
  }

  /** Bytes are copied, all else is converted, at the setter. */
  private static KeptReference ofPostgres(Object value, @Nullable Object type) {
    boolean asText = type instanceof Integer && !isBinary(type) && !type.equals(Types.ARRAY);
    return value.getClass().isArray() && asText ? IDENTITY_SENT : TAKEN_AT_SETTER;
  }

  private static boolean isBinary(Object type) {
    return type.equals(Types.BINARY)
        || type.equals(Types.VARBINARY)
        || type.equals(Types.LONGVARBINARY);
  }
}
