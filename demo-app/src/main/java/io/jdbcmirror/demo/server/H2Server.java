package io.jdbcmirror.demo.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;

/**
 * One H2 database behind a TCP server on a free port of the loopback address. Arguments: folder,
 * database name, user; the password is in {@code DB_PASSWORD}.
 */
public final class H2Server {
  private H2Server() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("h2.bindAddress", "127.0.0.1");
    String folder = arguments[0];
    String database = arguments[1];
    try (Connection connection = create(folder, database, arguments[2])) {
      Server server = Server.createTcpServer("-tcpPort", "0", "-baseDir", folder, "-ifExists");
      server.start();
      setPatience(connection);
      Lifeline.announceAndAwait("jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./" + database);
      server.stop();
    }
    System.exit(0);
  }

  /** Made from inside, and kept open by this connection: clients of the server may not create. */
  private static Connection create(String folder, String database, String user)
      throws SQLException {
    String url = "jdbc:h2:file:" + folder + "/" + database;
    return DriverManager.getConnection(url, user, System.getenv("DB_PASSWORD"));
  }

  /** Waiting for a row is no error here. */
  private static void setPatience(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET DEFAULT_LOCK_TIMEOUT 10000");
    }
  }
}
