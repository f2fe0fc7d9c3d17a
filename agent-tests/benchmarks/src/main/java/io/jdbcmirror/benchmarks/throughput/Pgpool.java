package io.jdbcmirror.benchmarks.throughput;

import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.DeleteFolder;
import io.jdbcmirror.tests.fixture.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Pgpool-II, which sends what changes something to two PostgreSQL servers and waits for both. */
final class Pgpool implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/pgpool");
  private static final Duration START = Duration.ofSeconds(30);

  private final int port = FreePort.find();
  private final Path folder;
  private final Process process;

  private Pgpool(DatabaseServer first, DatabaseServer second) throws IOException {
    folder = Files.createTempDirectory("jdbc-mirror-pgpool");
    Path configuration = folder.resolve("pgpool.conf");
    Files.writeString(configuration, configuration(first, second));
    Path passwords = folder.resolve("pool_passwd");
    Files.writeString(passwords, first.user() + ":TEXT" + first.password() + "\n");
    Path hosts = Files.createFile(folder.resolve("pool_hba.conf"));
    Path commands = Files.createFile(folder.resolve("pcp.conf"));
    process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-n", // in the foreground
                "-D", // without what it knew of the servers the last time
                "-f",
                configuration.toString(),
                "-a",
                hosts.toString(),
                "-F",
                commands.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
  }

  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  static Pgpool started(DatabaseServer first, DatabaseServer second) throws IOException {
    Pgpool pgpool = new Pgpool(first, second);
    try {
      Awaitility.await("pgpool").atMost(START).until(() -> pgpool.answers(first));
      return pgpool;
    } catch (RuntimeException e) {
      String log = Files.readString(pgpool.folder.resolve("log"));
      pgpool.close();
      throw new IllegalStateException("pgpool has said:\n" + log, e);
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly(); // first: it makes a new child for each that ends
    Awaitility.await().atMost(START).until(() -> !process.isAlive());
    children.forEach(ProcessHandle::destroyForcibly);
    DeleteFolder.delete(folder);
  }

  private boolean answers(DatabaseServer server) {
    try {
      DriverManager.getConnection(
              server.url("127.0.0.1", port, "postgres"), server.user(), server.password())
          .close();
      return true;
    } catch (SQLException e) {
      return false; // not yet
    }
  }

  private String configuration(DatabaseServer first, DatabaseServer second) {
    return """
        backend_clustering_mode = 'native_replication'
        backend_hostname0 = '127.0.0.1'
        backend_port0 = %d
        backend_hostname1 = '127.0.0.1'
        backend_port1 = %d
        listen_addresses = '127.0.0.1'
        port = %d
        pcp_port = %d
        socket_dir = '%5$s'
        pcp_socket_dir = '%5$s'
        wd_ipc_socket_dir = '%5$s'
        pid_file_name = '%5$s/pgpool.pid'
        logdir = '%5$s'
        pool_passwd = '%5$s/pool_passwd'
        enable_pool_hba = off
        allow_clear_text_frontend_auth = on
        num_init_children = 16
        load_balance_mode = off
        sr_check_period = 0
        health_check_period = 0
        """
        .formatted(first.port(), second.port(), port, FreePort.find(), folder);
  }
}
