package io.jdbcmirror.benchmarks.nothing;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import org.jspecify.annotations.Nullable;

/** Says who the driver is. */
public abstract class NothingMetaData implements DatabaseMetaData {
  private @Nullable Connection connection;
  private String url = "";

  protected NothingMetaData() {}

  final void of(Connection owner, String connected) {
    connection = owner;
    url = connected;
  }

  @Override
  public String getURL() {
    return url;
  }

  @Override
  public String getUserName() {
    return "nobody";
  }

  @Override
  public String getDatabaseProductName() {
    return "Nothing";
  }

  @Override
  public String getDatabaseProductVersion() {
    return "1";
  }

  @Override
  public String getDriverName() {
    return "Nothing";
  }

  @Override
  public String getDriverVersion() {
    return "1";
  }

  @Override
  public @Nullable Connection getConnection() {
    return connection;
  }
}
