package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.jdbc.JdbcConnection;

/** What stands behind the recording driver's connections. */
public final class RecordingConnections {
  /** Answers whatever it is asked, and does nothing. */
  public static final String BLANK = "jdbc:recording:blank";

  /** Works on a database of H2's in the application's memory. */
  public static final String REAL = "jdbc:recording:h2:mem:recorded;DB_CLOSE_DELAY=-1";

  private RecordingConnections() {}

  /** By H2's constructor, inside of another driver's connecting: the agent passes it over. */
  static Connection open(String url) {
    if (url.equals(BLANK)) {
      return null;
    }
    try {
      return new JdbcConnection(
          url.replace("jdbc:recording:", "jdbc:"), new Properties(), "sa", "", false);
    } catch (SQLException e) {
      throw Call.<RuntimeException>sneaky(e);
    }
  }
}
