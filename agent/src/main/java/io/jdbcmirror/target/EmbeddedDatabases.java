package io.jdbcmirror.target;

import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Databases that run inside of a process: what they are is their place. Of those that are reached
 * over a network the place is on a machine that does not tell its name: the same place may be
 * another machine's.
 */
final class EmbeddedDatabases {
  private EmbeddedDatabases() {}

  /** In memory there may be several of one process that nothing tells apart. */
  static ServerIdentity sqlite(String product, Connection connection) throws SQLException {
    String file = mainFile(connection);
    return file == null || file.isEmpty()
        ? ServerIdentity.likely(product, Collections.singletonList("in memory"))
        : ServerIdentity.certain(product, Collections.singletonList(realPath(file)));
  }

  private static @Nullable String mainFile(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA database_list")) {
      while (rows.next()) {
        if ("main".equals(rows.getString("name"))) {
          return rows.getString("file");
        }
      }
      return null;
    }
  }

  /** Derby tells the canonical path itself. */
  static ServerIdentity derby(String product, Connection connection) throws SQLException {
    String path = Jdbc.singleIfAnswered(connection, "VALUES SYSCS_UTIL.SYSCS_GET_DATABASE_NAME()");
    if (path == null) {
      return ServerIdentity.untold(product);
    }
    return isRemote(connection, "jdbc:derby://")
        ? ServerIdentity.likely(product, Collections.singletonList(path))
        : ServerIdentity.certain(product, Collections.singletonList(path));
  }

  /**
   * HSQLDB gives each database a name as it creates it, which a copy of its files keeps, and tells
   * the path as it was written.
   */
  static ServerIdentity hsqldb(String product, Connection connection) throws SQLException {
    String name = Jdbc.singleIfAnswered(connection, "CALL DATABASE_NAME()");
    String path = Jdbc.singleIfAnswered(connection, "CALL DATABASE()");
    if (name == null || path == null) {
      return ServerIdentity.untold(product);
    }
    return isRemote(connection, "jdbc:hsqldb:hsql:", "jdbc:hsqldb:hsqls:", "jdbc:hsqldb:http")
        ? ServerIdentity.likely(product, Collections.singletonList(name))
        : ServerIdentity.certain(product, Arrays.asList(name, realPath(path)));
  }

  private static boolean isRemote(Connection connection, String... prefixes) throws SQLException {
    String url = connection.getMetaData().getURL();
    for (String prefix : prefixes) {
      if (url == null || url.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** As the file system writes it, in whatever way the path leads there. */
  static String realPath(String path) {
    File file = new File(path);
    try {
      return file.exists() ? file.toPath().toRealPath().toString() : file.getCanonicalPath();
    } catch (IOException e) {
      return path;
    }
  }
}
