package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs whose transactions do nothing but add rows of their own, so that each may be left out:
 * the group of a row is the number of its transaction.
 */
final class OwnRows {
  private final Dice dice;
  private final Dialect dialect;
  private final Table table;
  private final List<Kept> kept = new ArrayList<>();

  private OwnRows(Vendor vendor, long seed) {
    this.dice = new Dice(seed);
    this.dialect = Dialect.of(vendor);
    List<ColumnType> types = new ArrayList<>();
    for (int i = dice.between(1, 4); i > 0; i--) {
      types.add(dice.pick(dialect.types()));
    }
    this.table = new Table("p" + seed + "_own", types);
  }

  /** The table, which must be there on both sides. */
  static String createTable(Vendor vendor, long seed) {
    Table table = new OwnRows(vendor, seed).table;
    return "create table " + table + " " + table.definition();
  }

  static Program generate(Vendor vendor, long seed) {
    Recorder recorder = new Recorder();
    try {
      new OwnRows(vendor, seed).play(recorder.connect(""));
    } catch (SQLException e) {
      throw new IllegalStateException("stand-ins do not throw", e);
    }
    return new Program(vendor, seed, recorder.lines());
  }

  private void play(Connection connection) throws SQLException {
    boolean autoCommit = true;
    for (int transaction = 1; transaction <= 30; transaction++) {
      if (dice.oneIn(6)) {
        autoCommit = !autoCommit;
        connection.setAutoCommit(autoCommit);
      }
      for (int i = autoCommit ? 1 : dice.between(1, 4); i > 0; i--) {
        insert(connection, transaction);
      }
      if (!autoCommit && dice.oneIn(4)) {
        connection.rollback();
      } else if (!autoCommit) {
        connection.commit();
      }
    }
    connection.close();
  }

  private void insert(Connection connection, int transaction) throws SQLException {
    Kept insert = statement(connection);
    PreparedStatement statement = insert.statement();
    int rows = dice.pick(1, 1, 3);
    for (int row = 0; row < rows; row++) {
      statement.setInt(1, table.newKey());
      statement.setInt(2, transaction);
      for (int i = 0; i < insert.columns().size(); i++) {
        if (dice.oneIn(2)) { // else as it was bound before, in whatever transaction, if it was
          insert.columns().get(i).type().bind(statement, i + 3, dice);
        }
      }
      if (rows > 1) {
        statement.addBatch();
      }
    }
    if (rows > 1) {
      statement.executeBatch();
    } else {
      statement.executeUpdate();
    }
  }

  private Kept statement(Connection connection) throws SQLException {
    if (!kept.isEmpty() && dice.below(3) > 0) {
      return dice.pick(kept);
    }
    List<Column> columns = table.someColumns(dice);
    Kept fresh = new Kept(connection.prepareStatement(Kept.sql(table, columns)), table, columns);
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).type().bind(fresh.statement(), i + 3, dice);
    }
    kept.add(fresh);
    return fresh;
  }
}
