package io.jdbcmirror.tests.app;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;

/**
 * A program in words that every database understands: each form of executing, the common setters,
 * batches, transactions and savepoints. It counts its own execute calls, by what should become of
 * them.
 */
public final class EveryForm {
  /** What the program has executed. */
  public record Tally(int mirrored, int rolledBack, int failed) implements Serializable {
    public int requests() {
      return mirrored + rolledBack + failed;
    }
  }

  private static final String INSERT = "insert into t values (?, ?)";
  private static final String ROW = "insert into v values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private int mirrored;
  private int rolledBack;
  private int failed;
  private int lastId;

  private EveryForm(Connection connection) {
    this.connection = connection;
  }

  /** Creates the tables {@code t} and {@code v} and fills them; ends with autocommit on. */
  public static Tally run(Connection connection, String bytesType) throws SQLException {
    EveryForm program = new EveryForm(connection);
    program.define(bytesType);
    program.statements();
    program.preparedStatements();
    program.setters();
    program.batches();
    program.errors();
    program.transactions();
    program.savepoints();
    return new Tally(program.mirrored, program.rolledBack, program.failed);
  }

  /** One more row of {@code t}, by one request. */
  public static void insert(Connection connection, int id) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setInt(1, id);
      insert.setString(2, "inserted");
      insert.executeUpdate();
    }
  }

  private void define(String bytesType) throws SQLException {
    execute("create table t (id int not null primary key, name varchar(40))");
    execute(
        "create table v (id int not null primary key, c_int int, c_big bigint,"
            + " c_double double precision, c_decimal decimal(20, 4), c_text varchar(200), c_bytes "
            + bytesType
            + ", c_date date, c_time time, c_moment timestamp, c_small smallint)");
  }

  private void statements() throws SQLException {
    execute("insert into t values (" + nextId() + ", 'execute')");
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.executeUpdate("insert into t values (" + nextId() + ", 'executeUpdate')");
      statement.executeLargeUpdate("insert into t values (" + nextId() + ", 'executeLargeUpdate')");
      statement.executeUpdate(
          "insert into t values (" + nextId() + ", 'without keys')", Statement.NO_GENERATED_KEYS);
      try (ResultSet rows = statement.executeQuery("select count(*) from t")) {
        rows.next();
      }
      statement.execute("update t set name = 'it''s; ? -- changed' where id = 1");
      mirrored += 5;
    }
  }

  private void preparedStatements() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement other =
            connection.prepareStatement(
                INSERT, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      bind(insert, "prepared execute").execute();
      bind(insert, "prepared executeUpdate").executeUpdate();
      bind(other, "prepared executeLargeUpdate").executeLargeUpdate();
      insert.setInt(1, nextId()); // the name is bound still
      insert.executeUpdate();
      insert.clearParameters();
      bind(insert, null).executeUpdate();
      mirrored += 5;
    }
    try (PreparedStatement query = connection.prepareStatement("select * from t where id = ?")) {
      query.setInt(1, 1);
      query.executeQuery().close();
      mirrored++;
    }
  }

  private void setters() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ROW)) {
      insert.setInt(1, nextId());
      insert.setInt(2, Integer.MIN_VALUE);
      insert.setLong(3, Long.MAX_VALUE);
      insert.setDouble(4, 0.1);
      insert.setBigDecimal(5, new BigDecimal("-1234567890.1235"));
      insert.setString(6, "tab\t, quote ', \u00e4\u20ac");
      insert.setBytes(7, new byte[] {0, 1, -1, 39, 92});
      insert.setDate(8, Date.valueOf("2024-02-29"));
      insert.setTime(9, Time.valueOf("23:59:58"));
      insert.setTimestamp(10, Timestamp.valueOf("2024-02-29 12:34:56"));
      insert.setShort(11, Short.MIN_VALUE);
      insert.executeUpdate();
      insert.setInt(1, nextId());
      insert.setByte(11, (byte) -7);
      insert.setFloat(4, 1.5f);
      insert.setObject(2, 42);
      insert.setObject(3, -42L);
      insert.setObject(5, new BigDecimal("0.0001"), Types.DECIMAL);
      insert.setObject(6, "text", Types.VARCHAR);
      insert.executeUpdate();
      mirrored += 2;
    }
    nulls();
  }

  private void nulls() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ROW)) {
      int[] types = {
        Types.INTEGER,
        Types.BIGINT,
        Types.DOUBLE,
        Types.DECIMAL,
        Types.VARCHAR,
        Types.VARBINARY,
        Types.DATE,
        Types.TIME,
        Types.TIMESTAMP,
        Types.SMALLINT
      };
      insert.setInt(1, nextId());
      for (int i = 0; i < types.length; i++) {
        insert.setNull(i + 2, types[i]);
      }
      insert.executeUpdate();
      insert.setInt(1, nextId());
      insert.setString(6, null);
      insert.setBytes(7, null);
      insert.setTimestamp(10, null);
      insert.executeUpdate();
      mirrored += 2;
    }
  }

  private void batches() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("insert into t values (" + nextId() + ", 'batch')");
      statement.addBatch("update t set name = 'by batch' where id = " + lastId);
      statement.executeBatch();
      statement.addBatch("insert into t values (-1, 'cleared')");
      statement.clearBatch();
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < 25; i++) {
        bind(insert, "batch row " + i).addBatch();
      }
      insert.executeBatch();
      bind(insert, "cleared").addBatch();
      insert.clearBatch();
      bind(insert, "large batch").addBatch();
      bind(insert, "large batch").addBatch();
      insert.executeLargeBatch();
    }
    mirrored += 3;
  }

  private void errors() throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setInt(1, 1);
      insert.setString(2, "there already");
      insert.executeUpdate();
      throw new AssertionError("a key twice");
    } catch (SQLException expected) {
      failed++;
    }
    execute("insert into t values (" + nextId() + ", 'after the error')");
  }

  private void transactions() throws SQLException {
    connection.setAutoCommit(false);
    execute("insert into t values (" + nextId() + ", 'committed')");
    execute("update t set name = 'committed too' where id = 2");
    connection.commit();
    insertInVain("rolled back");
    connection.rollback();
    execute("insert into t values (" + nextId() + ", 'committed by autocommit')");
    connection.setAutoCommit(true);
  }

  private void savepoints() throws SQLException {
    connection.setAutoCommit(false);
    execute("insert into t values (" + nextId() + ", 'before the savepoint')");
    Savepoint named = connection.setSavepoint("named");
    insertInVain("after the savepoint");
    connection.rollback(named);
    Savepoint unnamed = connection.setSavepoint();
    execute("insert into t values (" + nextId() + ", 'released')");
    connection.releaseSavepoint(unnamed);
    connection.commit();
    connection.setAutoCommit(true);
  }

  private void insertInVain(String name) throws SQLException {
    execute("insert into t values (" + nextId() + ", '" + name + "')");
    mirrored--;
    rolledBack++;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      mirrored++;
    }
  }

  private PreparedStatement bind(PreparedStatement insert, String name) throws SQLException {
    insert.setInt(1, nextId());
    insert.setString(2, name);
    return insert;
  }

  private int nextId() {
    return ++lastId;
  }
}
