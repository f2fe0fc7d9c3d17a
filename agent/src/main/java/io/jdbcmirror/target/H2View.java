package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one H2 connection sees of its database. An H2 database has no name of its own, but two
 * connections to it see each other's sessions, if one of them is an administrator's. Immutable.
 */
final class H2View {
  private final String own;
  private final Set<String> sessions;
  private final boolean admin;
  private final @Nullable String path;
  private final boolean embedded;

  private H2View(
      String own, Set<String> sessions, boolean admin, @Nullable String path, boolean embedded) {
    this.own = own;
    this.sessions = sessions;
    this.admin = admin;
    this.path = path;
    this.embedded = embedded;
  }

  /** Both connections must be open before the first of them is looked through. */
  static H2View of(Connection connection) throws SQLException {
    String url = connection.getMetaData().getURL();
    Set<String> sessions = sessions(connection);
    String id = Jdbc.single(connection, "SELECT SESSION_ID()") + "@";
    String own = id;
    for (String session : sessions) {
      own = session.startsWith(id) ? session : own;
    }
    return new H2View(
        own,
        sessions,
        isAdmin(connection),
        Jdbc.single(connection, "SELECT DATABASE_PATH()"),
        url != null && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:"));
  }

  Relation relationTo(H2View other) {
    if (admin || other.admin) {
      boolean seen = sessions.contains(other.own) || other.sessions.contains(own);
      return seen ? Relation.SAME_DATABASE : Relation.DIFFERENT;
    }
    if ((path == null) != (other.path == null)) {
      return Relation.DIFFERENT; // one in memory, one in a file
    }
    if (path != null && other.path != null && embedded && other.embedded) {
      return EmbeddedDatabases.realPath(path).equals(EmbeddedDatabases.realPath(other.path))
          ? Relation.SAME_DATABASE
          : Relation.DIFFERENT;
    }
    return Relation.UNKNOWN;
  }

  /** Each as {@code id@start}: ids are small numbers and stand in every database. */
  private static Set<String> sessions(Connection connection) throws SQLException {
    Set<String> sessions = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM INFORMATION_SCHEMA.SESSIONS")) {
      String id = column(rows, "SESSION_ID", "ID"); // the latter in H2 1.4
      while (rows.next()) {
        Timestamp start = rows.getTimestamp("SESSION_START");
        sessions.add(rows.getString(id) + "@" + (start == null ? "" : start.toInstant()));
      }
    }
    return sessions;
  }

  private static boolean isAdmin(Connection connection) throws SQLException {
    String user = connection.getMetaData().getUserName();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM INFORMATION_SCHEMA.USERS")) {
      String name = column(rows, "USER_NAME", "NAME");
      String admin = column(rows, "IS_ADMIN", "ADMIN");
      while (rows.next()) {
        if (rows.getString(name).equalsIgnoreCase(user)) {
          return rows.getBoolean(admin);
        }
      }
      return false;
    }
  }

  private static String column(ResultSet rows, String name, String oldName) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (name.equalsIgnoreCase(columns.getColumnLabel(i))) {
        return name;
      }
    }
    return oldName;
  }
}
