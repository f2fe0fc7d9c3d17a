package io.jdbcmirror.tests.app;

import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Work of the other programs, on the recording driver with a database behind it. */
public final class Recordings {
  private static final String TEXTS =
      "create table v (id int primary key, how varchar(60), c_text varchar(200000),"
          + " c_bytes varbinary(1000000), c_blob blob, c_clob clob, c_xml clob)";

  private Recordings() {}

  /** A connection as the application has it. */
  public static Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  private static String url() {
    return WatchedDriver.url(RecordingConnections.REAL);
  }

  /** Every form of executing, every setter, streams, large objects, what an application can see. */
  public static void run() throws Exception {
    WatchedDriver.register();
    try (Connection connection = connect()) {
      EveryForm.run(connection, "varbinary(200)");
      execute(connection, "drop table v", AllSetters.schema(Vendor.H2));
      AllSetters.fill(connection, Vendor.H2);
      execute(connection, "drop table v", TEXTS);
      connection.setAutoCommit(false);
      AllStreams.fill(connection);
      execute(connection, "delete from v");
      connection.commit();
      AllObjects.fill(connection);
    }
    Transcript.of(new Scene(url(), "sa", ""));
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
