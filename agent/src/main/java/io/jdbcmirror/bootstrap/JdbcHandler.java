package io.jdbcmirror.bootstrap;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What {@link JdbcHooks} hands over to, on the application's thread, inside the driver's call.
 * {@code method} is the plain name of the instrumented JDBC method.
 *
 * <p>A token returned by an {@code enter} comes back to the {@code exit} of the same call; null
 * means that the call is passed over.
 */
public interface JdbcHandler {
  /** A driver begins to open a connection. */
  void enterConnect();

  /**
   * A driver has opened a connection, or not.
   *
   * @param connection null if the driver does not take the URL or has thrown
   */
  void exitConnect(
      Object driver, @Nullable String url, @Nullable Properties info, @Nullable Object connection);

  /** Begin and end of a data source's making a connection for distributed transactions. */
  void enterXaConnect();

  void exitXaConnect();

  /**
   * A connection was constructed, perhaps by a data source that passes its driver by.
   *
   * @param password a {@code String} or {@code char[]}, or null
   */
  void connectionConstructed(
      Object connection,
      @Nullable String url,
      @Nullable Properties info,
      @Nullable String user,
      @Nullable Object password);

  /**
   * A driver's own factory has made a connection, perhaps for a data source.
   *
   * @param origin a URL, or a driver's own object that stands for it
   */
  void connectionMade(Object connection, Object origin, @Nullable Object info);

  /**
   * A connection has made a statement. Nested calls of the driver arrive first, the application's
   * own last. The arguments are those of the overload; null beyond them.
   */
  void statementCreated(
      Object connection,
      String method,
      Object statement,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth);

  /**
   * @param sql null for a prepared statement's own SQL and for batches
   */
  @Nullable Object enterExecute(
      Object statement, String method, @Nullable String sql, @Nullable Object generatedKeys);

  /**
   * @param returned the call's result if it is an object, else null
   */
  void exitExecute(
      Object token, Object statement, @Nullable Object returned, @Nullable Throwable thrown);

  /** An object that works on a connection or statement has been made: a result set, a copy API. */
  void derived(Object maker, Object made);

  /** The application asks for the keys that its last execution has generated. */
  @Nullable Object enterGeneratedKeys(Object statement);

  /**
   * @param resultSet null if the call has thrown
   */
  void exitGeneratedKeys(Object token, @Nullable Object resultSet);

  /**
   * Whether a result set is one of generated keys: asked first at each of its calls, so that
   * nothing is boxed in vain.
   */
  boolean readsKeys(Object resultSet);

  /** A call begins that moves such a result set or closes it. */
  void enterKeyStep(Object resultSet);

  /**
   * @param returned false also where it has thrown
   */
  void exitKeyStep(Object resultSet, String method, @Nullable Object returned);

  /**
   * A getter of such a result set has returned.
   *
   * @param column index or label
   */
  void key(Object resultSet, Object column, @Nullable Object value);

  /** The application has sent data in a COPY. */
  void copyData(Object operation, byte[] data, int offset, int length);

  /**
   * The application sends data in a COPY through an object of its own.
   *
   * @return what the driver is to use instead of it
   */
  Object copyWriter(Object operation, Object writer);

  /** A COPY's operation has done something, or has thrown. */
  void copyCalled(Object operation, String method, @Nullable Throwable thrown);

  /** A call begins that may change rows without a statement. */
  @Nullable Object enterBypass(Object owner);

  void exitBypass(Object token, @Nullable Throwable thrown);

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

  /** A setter of fetch size, row limit, time-out and the like has returned. */
  void statementOption(Object statement, String method, @Nullable Object value);

  /** A call on batch or parameters begins. */
  @Nullable Object enterStatementCall(Object statement, String method);

  /**
   * It has returned or thrown.
   *
   * @param sql of {@code addBatch(String)}, else null
   */
  void exitStatementCall(
      Object token, String method, @Nullable String sql, @Nullable Throwable thrown);

  /** The arguments are null beyond those the call has. */
  @Nullable Object enterConnectionCall(
      Object connection, String method, @Nullable Object argument, @Nullable Object second);

  /**
   * @param returned the call's result, boxed; null if it has none or has thrown
   */
  void exitConnectionCall(Object token, @Nullable Object returned, @Nullable Throwable thrown);

  /** The driver made an array for {@code createArrayOf}. */
  void arrayCreated(Object array, String typeName, Object @Nullable [] elements);

  /** Begin and end of a driver's own work (metadata), whose statements are no requests. */
  void enterInternal();

  void exitInternal();

  /** One of the calls above has thrown: the agent's own fault, which stays its own. */
  void failed(String hook, Throwable thrown);
}
