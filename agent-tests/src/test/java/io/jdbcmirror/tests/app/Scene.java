package io.jdbcmirror.tests.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * What the steps of one scripted application work with: its database, and the connections they
 * leave to later steps. Not thread-safe: steps run one after the other.
 */
public final class Scene {
  private final String url;
  private final String user;
  private final String password;
  private final Map<String, Object> kept = new HashMap<>();

  Scene(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  public String url() {
    return url;
  }

  public String user() {
    return user;
  }

  public String password() {
    return password;
  }

  /** A new connection, for the step to close. */
  public Connection connect() throws SQLException {
    return connect(url);
  }

  public Connection connect(String otherUrl) throws SQLException {
    return DriverManager.getConnection(otherUrl, user, password);
  }

  /** The connection of that name, opened by the first step that asks for it. */
  public Connection connection(String name) throws SQLException {
    Connection connection = (Connection) kept.get(name);
    if (connection == null) {
      connection = connect();
      kept.put(name, connection);
    }
    return connection;
  }

  /** Runs statements on the connection of that name, each as one request. */
  public void execute(String name, String... statements) throws SQLException {
    try (Statement statement = connection(name).createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Closes the connection of that name. */
  public void close(String name) throws SQLException {
    ((Connection) kept.remove(name)).close();
  }

  /** Keeps anything for later steps. */
  public void keep(String name, Object value) {
    kept.put(name, value);
  }

  public <T> T kept(String name, Class<T> type) {
    return type.cast(kept.get(name));
  }

  /** A pool for the step to close. */
  public HikariDataSource pool(int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    return new HikariDataSource(config);
  }
}
