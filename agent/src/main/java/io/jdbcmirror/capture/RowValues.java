package io.jdbcmirror.capture;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * What drivers hand from an updatable result set to the statement that they run for it: objects of
 * their own around what the application gave to {@code updateString} and its kin.
 */
final class RowValues {
  private static final String MARIADB = "org.mariadb.jdbc.codec.Parameter";
  private static final String POSTGRES_NULL = "org.postgresql.jdbc.PgResultSet$NullObject";

  private RowValues() {}

  /** PostgreSQL's way to pass a null with its type. */
  static boolean isNull(@Nullable Object value) {
    return value != null && value.getClass().getName().equals(POSTGRES_NULL);
  }

  /**
   * @param parameter of MariaDB's driver
   * @return the value, null if it is null, or {@link Copies#NOT_CAPTURED} if it is not known
   */
  static @Nullable Object ofMariaDb(Object parameter) {
    Class<?> type = parameter.getClass();
    Class<?> declaring = type.getName().equals(MARIADB) ? type : type.getSuperclass();
    if (declaring == null || !declaring.getName().equals(MARIADB)) {
      return Copies.NOT_CAPTURED;
    }
    try {
      Field field = declaring.getDeclaredField("value");
      field.setAccessible(true);
      Object value = field.get(parameter);
      return value == null || type.equals(declaring) ? value : Copies.NOT_CAPTURED;
    } catch (ReflectiveOperationException e) {
      return Copies.NOT_CAPTURED; // another version of the driver
    }
  }
}
