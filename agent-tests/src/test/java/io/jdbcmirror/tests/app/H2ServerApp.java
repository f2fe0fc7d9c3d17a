package io.jdbcmirror.tests.app;

import java.sql.SQLException;
import org.h2.tools.Server;

/** H2's TCP server on a port and over a folder, until its standard input ends. */
public final class H2ServerApp {
  private H2ServerApp() {}

  public static void main(String[] args) throws Exception {
    Server server = start(args[0], args[1]);
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // Only the end of the input counts.
    }
    server.stop();
    System.exit(0);
  }

  private static Server start(String port, String folder) throws SQLException {
    return Server.createTcpServer("-tcpPort", port, "-baseDir", folder, "-ifNotExists").start();
  }
}
