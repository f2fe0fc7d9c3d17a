package io.jdbcmirror.target;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a server who it is, over a connection of the agent's own. Reads only. */
final class IdentityReader {
  static final String H2 = "h2";
  private static final String POSTGRESQL = "postgresql";
  private static final String MYSQL = "mysql";
  private static final long MICROS = 1_000_000;
  // Uptime and the clock are read in seconds, one after the other.
  private static final long SKEW_MICROS = 1_000_000;

  private IdentityReader() {}

  static ServerIdentity read(Connection connection) throws SQLException {
    String product = family(connection.getMetaData().getDatabaseProductName());
    switch (product) {
      case POSTGRESQL:
        return postgres(connection);
      case MYSQL:
        return mysql(connection);
      case "sqlite":
        return EmbeddedDatabases.sqlite(product, connection);
      case "apache derby":
        return EmbeddedDatabases.derby(product, connection);
      case "hsql database engine":
        return EmbeddedDatabases.hsqldb(product, connection);
      default:
        return ServerIdentity.untold(product);
    }
  }

  /** Drivers name one server differently: Connector/J calls MariaDB MySQL. */
  private static String family(@Nullable String productName) {
    String name = productName == null ? "" : productName.trim().toLowerCase(Locale.ROOT);
    if (name.contains("mysql") || name.contains("mariadb")) {
      return MYSQL;
    }
    if (name.contains("postgres") || name.contains("enterprisedb")) {
      return POSTGRESQL;
    }
    return name;
  }

  private static ServerIdentity postgres(Connection connection) throws SQLException {
    String version = Jdbc.singleIfAnswered(connection, "SELECT version()");
    String start =
        Jdbc.singleIfAnswered(
            connection,
            "SELECT (extract(epoch from pg_postmaster_start_time()) * 1000000)::bigint");
    // Clusters that speak PostgreSQL's protocol have many servers over one set of data.
    if (start == null
        || version == null
        || !version.startsWith("PostgreSQL ")
        || version.contains("-YB-")
        || version.contains("Redshift")
        || version.contains("Greenplum")) {
      return ServerIdentity.untold(POSTGRESQL);
    }
    String system =
        Jdbc.singleIfAnswered(connection, "SELECT system_identifier FROM pg_control_system()");
    String database = Jdbc.single(connection, "SELECT current_database()");
    long micros = Long.parseLong(start);
    return ServerIdentity.of(POSTGRESQL, Arrays.asList(system), null, micros, micros, database);
  }

  private static ServerIdentity mysql(Connection connection) throws SQLException {
    String version = Jdbc.single(connection, "SELECT VERSION()");
    String before = Jdbc.single(connection, "SELECT UNIX_TIMESTAMP()");
    Map<String, String> status =
        pairs(
            connection,
            "SHOW GLOBAL STATUS WHERE Variable_name IN ('Uptime', 'wsrep_cluster_state_uuid')");
    String after = Jdbc.single(connection, "SELECT UNIX_TIMESTAMP()");
    String uptime = status.get("uptime");
    boolean known =
        version != null
            && !version.contains("TiDB")
            && !version.toLowerCase(Locale.ROOT).contains("vitess");
    if (!known || before == null || after == null || uptime == null) {
      return ServerIdentity.untold(MYSQL);
    }
    Map<String, String> variables = pairs(connection, MYSQL_VARIABLES);
    return ServerIdentity.of(
        MYSQL,
        Arrays.asList(
            variables.get("server_uuid"),
            variables.get("server_uid"),
            variables.get("server_id"),
            variables.get("hostname"),
            variables.get("port"),
            variables.get("datadir")),
        cluster(status.get("wsrep_cluster_state_uuid"), variables),
        (Long.parseLong(before) - Long.parseLong(uptime)) * MICROS - SKEW_MICROS,
        (Long.parseLong(after) - Long.parseLong(uptime)) * MICROS + SKEW_MICROS,
        Jdbc.single(connection, "SELECT DATABASE()"));
  }

  private static final String MYSQL_VARIABLES =
      "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('server_uuid', 'server_uid', 'server_id',"
          + " 'hostname', 'port', 'datadir', 'group_replication_group_name')";

  /** Galera or group replication: what one server writes, all have. */
  private static @Nullable String cluster(@Nullable String galera, Map<String, String> variables) {
    String name = galera == null ? "" : galera.trim();
    if (name.isEmpty()) {
      String group = variables.get("group_replication_group_name");
      name = group == null ? "" : group.trim();
    }
    return name.isEmpty() ? null : name;
  }

  /** Names in lower case, without those whose value is empty. */
  private static Map<String, String> pairs(Connection connection, String sql) throws SQLException {
    Map<String, String> pairs = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        String value = rows.getString(2);
        if (value != null && !value.isEmpty()) {
          pairs.put(rows.getString(1).toLowerCase(Locale.ROOT), value);
        }
      }
    }
    return pairs;
  }
}
