package io.jdbcmirror.benchmarks.nothing;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes statements that do nothing. */
public abstract class NothingConnection implements Connection {
  private static final Class<? extends NothingConnection> WHOLE =
      Stubs.complete(NothingConnection.class);
  private static final Class<? extends NothingMetaData> META_DATA =
      Stubs.complete(NothingMetaData.class);

  private @Nullable AtomicLong executed;
  private String url = "";
  private boolean autoCommit = true;

  protected NothingConnection() {}

  /**
   * @param executed counts what is executed; null if that is not counted
   */
  static NothingConnection of(String url, @Nullable AtomicLong executed) {
    NothingConnection made = Stubs.make(WHOLE);
    made.url = url;
    made.executed = executed;
    return made;
  }

  @Override
  public PreparedStatement prepareStatement(String sql) {
    return NothingStatement.of(this, executed);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency) {
    return prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holding) {
    return prepareStatement(sql);
  }

  @Override
  public Statement createStatement() {
    return prepareStatement("");
  }

  @Override
  public boolean getAutoCommit() {
    return autoCommit;
  }

  @Override
  public void setAutoCommit(boolean value) {
    autoCommit = value;
  }

  @Override
  public void commit() {
    // Nothing is kept.
  }

  @Override
  public boolean isValid(int seconds) {
    return true;
  }

  @Override
  public int getTransactionIsolation() {
    return TRANSACTION_READ_COMMITTED;
  }

  @Override
  public DatabaseMetaData getMetaData() {
    NothingMetaData made = Stubs.make(META_DATA);
    made.of(this, url);
    return made;
  }
}
