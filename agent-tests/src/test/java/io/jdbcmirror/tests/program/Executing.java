package io.jdbcmirror.tests.program;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The ways to make statements and to execute them. */
final class Executing {
  private Executing() {}

  static Statement plain(Plot plot, Actor actor) throws SQLException {
    Connection connection = actor.connection();
    return switch (plot.dice().below(5)) {
      case 0 ->
          connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
      case 1 ->
          connection.createStatement(
              ResultSet.TYPE_FORWARD_ONLY,
              ResultSet.CONCUR_READ_ONLY,
              ResultSet.HOLD_CURSORS_OVER_COMMIT);
      default -> connection.createStatement();
    };
  }

  static PreparedStatement prepared(Plot plot, Actor actor, String sql) throws SQLException {
    Connection connection = actor.connection();
    return switch (plot.dice().below(6)) {
      case 0 ->
          connection.prepareStatement(
              sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
      case 1 ->
          connection.prepareStatement(
              sql,
              ResultSet.TYPE_FORWARD_ONLY,
              ResultSet.CONCUR_READ_ONLY,
              ResultSet.CLOSE_CURSORS_AT_COMMIT);
      default -> connection.prepareStatement(sql);
    };
  }

  /** Anything but a query. */
  static void update(Plot plot, Actor actor, String sql) throws SQLException {
    update(plot.dice(), plain(plot, actor), sql);
    actor.executed();
  }

  static void update(Dice dice, Statement statement, String sql) throws SQLException {
    switch (dice.below(4)) {
      case 0 -> statement.execute(sql);
      case 1 -> statement.executeLargeUpdate(sql);
      default -> statement.executeUpdate(sql);
    }
    if (dice.oneIn(3)) {
      statement.close();
    }
  }

  static void update(Dice dice, PreparedStatement statement) throws SQLException {
    switch (dice.below(4)) {
      case 0 -> statement.execute();
      case 1 -> statement.executeLargeUpdate();
      default -> statement.executeUpdate();
    }
  }

  static void batch(Dice dice, Statement statement) throws SQLException {
    if (dice.oneIn(4)) {
      statement.executeLargeBatch();
    } else {
      statement.executeBatch();
    }
  }
}
