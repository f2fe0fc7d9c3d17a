package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/** Results, as the application reads them. Called as {@link JdbcHandler} says. */
public interface ResultHandler {
  /** Whether calls that move or close a result set are taken down: asked first at each of them. */
  boolean followsSteps(Object resultSet);

  /** Whether what is read of it is: asked at each getter, so that nothing is boxed in vain. */
  boolean followsValues(Object resultSet);

  /** A call begins that moves such a result set, closes it or gets a value; drivers nest them. */
  void enterResultCall(Object resultSet);

  /**
   * A call that moves or closes it has ended.
   *
   * @param returned null where it returns nothing or has thrown; false where it has thrown
   */
  void exitStep(Object resultSet, String method, @Nullable Object returned);

  /**
   * A getter has ended.
   *
   * @param column index or label
   * @param type of {@code getObject(column, type)}, else null
   * @param value null also where it has thrown
   */
  void exitGetter(
      Object resultSet,
      String method,
      Object column,
      @Nullable Object type,
      @Nullable Object value,
      @Nullable Throwable thrown);

  /** The application has asked a statement how many rows it has changed. */
  void updateCount(Object statement, long count);

  /** The application goes on to a statement's next result. */
  void moreResults(Object statement);
}
