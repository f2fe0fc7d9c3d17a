package io.jdbcmirror.benchmarks.rate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One connection, and what is sent on it. */
public final class Session {
  static final int ITEMS = 1_000;
  private static final int OWN_ITEMS = 250;
  private static final long OWN_IDS = 1_000_000_000;

  private final Connection connection;
  private final PreparedStatement select;
  private final PreparedStatement update;
  private final PreparedStatement insert;
  private final int firstItem;
  private final long firstId;
  private int sent;

  /**
   * @param number of the session: each one changes rows of its own
   */
  public Session(Connection connection, int number) throws SQLException {
    this.connection = connection;
    firstItem = number * OWN_ITEMS;
    firstId = number * OWN_IDS;
    select = connection.prepareStatement("select name, stock from item where id = ?");
    update = connection.prepareStatement("update item set stock = ? where id = ?");
    insert = connection.prepareStatement("insert into event (id, name, amount) values (?, ?, ?)");
  }

  public void send(Load load, int statements) throws SQLException {
    connection.setAutoCommit(load != Load.TRANSACTIONS);
    for (int i = 1; i <= statements; i++) {
      send(load);
      if (load == Load.TRANSACTIONS && i % load.statements() == 0) {
        connection.commit();
      }
    }
    connection.setAutoCommit(true);
  }

  private void send(Load load) throws SQLException {
    sent++;
    if (load != Load.MIX) {
      insert();
    } else if (sent % 2 == 0) {
      select();
    } else {
      update();
    }
  }

  private void select() throws SQLException {
    select.setInt(1, item());
    try (ResultSet row = select.executeQuery()) {
      row.next();
      row.getString(1);
      row.getInt(2);
    }
  }

  private void update() throws SQLException {
    update.setInt(1, sent);
    update.setInt(2, item());
    update.executeUpdate();
  }

  private int item() {
    return firstItem + sent % OWN_ITEMS;
  }

  private void insert() throws SQLException {
    insert.setLong(1, firstId + sent);
    insert.setString(2, "an event");
    insert.setInt(3, sent);
    insert.executeUpdate();
  }
}
