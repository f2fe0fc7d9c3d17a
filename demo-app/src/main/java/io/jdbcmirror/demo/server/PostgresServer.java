package io.jdbcmirror.demo.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * One PostgreSQL server on a free port of the loopback address. Arguments: folder for its data,
 * folder for the unpacked program, database name. The user is {@code postgres}.
 */
public final class PostgresServer {
  private PostgresServer() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    String database = arguments[2];
    EmbeddedPostgres server = start(data, Path.of(arguments[1]));
    try {
      create(server, database);
      System.out.println("pid " + pid(data));
      Lifeline.announceAndAwait("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database);
    } finally {
      server.close();
    }
    System.exit(0);
  }

  private static EmbeddedPostgres start(Path data, Path program) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(program.toFile())
        .setPGStartupWait(Duration.ofSeconds(60))
        .start();
  }

  private static void create(EmbeddedPostgres server, String database) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
  }

  private static String pid(Path data) throws IOException {
    return Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim();
  }
}
