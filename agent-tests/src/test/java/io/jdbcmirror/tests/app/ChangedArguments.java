package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Calendar;
import java.util.TimeZone;

/** Binds what can be changed, and changes it before, between and after executions. */
public final class ChangedArguments {
  private static final long NOON = 1_700_000_000_000L;
  private static final long DAY = 86_400_000L;

  /** An argument that is made anew for each row. */
  private interface Argument {
    void bind(PreparedStatement statement) throws SQLException;

    void change();
  }

  private final Connection connection;
  private int id;

  private ChangedArguments(Connection connection) {
    this.connection = connection;
  }

  /** Returns the number of rows. */
  public static int fill(Connection connection) throws SQLException {
    ChangedArguments rows = new ChangedArguments(connection);
    rows.ofEachKind();
    return rows.id;
  }

  private void ofEachKind() throws SQLException {
    row("c_bytes", bytes(false));
    row("c_bytes", bytes(true));
    row("c_date", date());
    row("c_date", dateObject());
    row("c_time", time());
    row("c_timestamp", timestamp());
    row("c_timestamp", timestampObject());
    row("c_timestamp", calendar());
  }

  private static Argument bytes(boolean object) {
    byte[] bytes = {1, 2, 3};
    return new Argument() {
      @Override
      public void bind(PreparedStatement statement) throws SQLException {
        if (object) {
          statement.setObject(2, bytes);
        } else {
          statement.setBytes(2, bytes);
        }
      }

      @Override
      public void change() {
        bytes[0]++;
      }
    };
  }

  private static Argument date() {
    Date date = new Date(NOON);
    return argument(s -> s.setDate(2, date), () -> date.setTime(date.getTime() + DAY));
  }

  private static Argument dateObject() {
    Date date = new Date(NOON);
    return argument(s -> s.setObject(2, date), () -> date.setTime(date.getTime() + DAY));
  }

  private static Argument time() {
    Time time = new Time(NOON);
    return argument(s -> s.setTime(2, time), () -> time.setTime(time.getTime() + 60_000));
  }

  private static Argument timestamp() {
    Timestamp moment = new Timestamp(NOON);
    return argument(s -> s.setTimestamp(2, moment), () -> moment.setNanos(123_000_000));
  }

  private static Argument timestampObject() {
    Timestamp moment = new Timestamp(NOON);
    return argument(s -> s.setObject(2, moment), () -> moment.setTime(NOON + DAY));
  }

  private static Argument calendar() {
    Calendar zone = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    Timestamp moment = new Timestamp(NOON);
    return argument(
        s -> s.setTimestamp(2, moment, zone),
        () -> zone.setTimeZone(TimeZone.getTimeZone("America/New_York")));
  }

  private interface Bind {
    void to(PreparedStatement statement) throws SQLException;
  }

  private static Argument argument(Bind bind, Runnable change) {
    return new Argument() {
      @Override
      public void bind(PreparedStatement statement) throws SQLException {
        bind.to(statement);
      }

      @Override
      public void change() {
        change.run();
      }
    };
  }

  private void row(String column, Argument argument) throws SQLException {
    String sql = "insert into v (id, " + column + ") values (?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      execute(statement, argument);
      batch(statement, argument);
    }
  }

  private void execute(PreparedStatement statement, Argument argument) throws SQLException {
    statement.setInt(1, ++id);
    argument.bind(statement);
    argument.change();
    statement.executeUpdate();
    argument.change();
    statement.setInt(1, ++id); // bound once, used twice
    statement.executeUpdate();
    statement.setInt(1, ++id);
    statement.setNull(2, Types.NULL);
    statement.executeUpdate();
  }

  private void batch(PreparedStatement statement, Argument argument) throws SQLException {
    statement.setInt(1, ++id);
    argument.bind(statement);
    argument.change();
    statement.addBatch();
    argument.change();
    statement.setInt(1, ++id);
    statement.addBatch();
    argument.change();
    statement.setInt(1, ++id);
    argument.bind(statement);
    statement.addBatch();
    argument.change();
    statement.executeBatch();
    argument.change();
  }
}
