package io.jdbcmirror.bootstrap;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Connections: how they come to be, and the calls on them that end transactions or change the
 * session. Called as {@link JdbcHandler} says.
 */
public interface ConnectionHandler {
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

  /** The arguments are null beyond those the call has. */
  @Nullable Object enterConnectionCall(
      Object connection, String method, @Nullable Object argument, @Nullable Object second);

  /**
   * @param returned the call's result, boxed; null if it has none or has thrown
   */
  void exitConnectionCall(Object token, @Nullable Object returned, @Nullable Throwable thrown);

  /** Begin and end of a driver's own work (metadata), whose statements are no requests. */
  void enterInternal();

  void exitInternal();
}
