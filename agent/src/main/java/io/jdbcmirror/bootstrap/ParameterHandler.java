package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** What is bound to prepared statements. Called as {@link JdbcHandler} says. */
public interface ParameterHandler {
  /** Whether a setter's arguments are wanted: asked first, so that nothing is boxed in vain. */
  boolean records(Object statement);

  /** A setter is called with what the driver may read, now or as it executes. */
  @Nullable Object enterSetter(Object statement, String method, Object value);

  /**
   * What the driver is to be given instead of the value, of the same kind; null to leave it.
   *
   * @param token of {@link #enterSetter}
   */
  @Nullable Object replacement(Object token);

  void exitSetter(Object token, @Nullable Throwable thrown);

  /**
   * A setter has returned. {@code option} and {@code scale} are null where the overload has none.
   */
  void parameter(
      Object statement,
      String method,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale);

  /** A driver has set a parameter by an object of its own. */
  void driverParameter(Object statement, int index, Object parameter);

  /** A setter has returned whose arguments cannot be captured. */
  void opaqueParameter(Object statement, int index);

  /** A setter by name is called; one by index may be called within. */
  void enterNamedSetter(Object statement);

  /** It has returned. */
  void exitNamedSetter(Object statement);

  /**
   * An OUT parameter has been registered.
   *
   * @param parameter its index or name
   * @param type a number of {@code java.sql.Types} or a {@code java.sql.SQLType}
   * @param option scale or type name where the overload has one, else null
   */
  void outParameter(
      Object statement, @Nullable Object parameter, @Nullable Object type, @Nullable Object option);

  /** The driver made an array for {@code createArrayOf}. */
  void arrayCreated(Object array, String typeName, Object @Nullable [] elements);
}
