package io.jdbcmirror.demo;

import io.jdbcmirror.demo.server.H2Server;
import io.jdbcmirror.demo.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A database server in a process of its own. */
final class DatabaseProcess implements AutoCloseable {
  private static final int SECONDS_TO_START = 90;
  private static final List<String> JVM_OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");

  private final Console console;
  private final CompletableFuture<String> url = new CompletableFuture<>();
  private volatile @Nullable ProcessHandle grandchild;

  private DatabaseProcess(Console console) {
    this.console = console;
  }

  /** Returns when the database can be connected to, and leaves its stopping to the clean-up. */
  static Database start(
      boolean postgres, Path folder, String name, Cleanup cleanup, Console console)
      throws IOException, InterruptedException {
    DatabaseProcess process = new DatabaseProcess(console);
    cleanup.add(process);
    return postgres
        ? process.startPostgres(folder, name, cleanup)
        : process.startH2(folder, name, cleanup);
  }

  private Database startH2(Path folder, String name, Cleanup cleanup)
      throws IOException, InterruptedException {
    String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
    List<String> arguments = List.of(folder.resolve(name).toString(), name, "shop");
    ChildJvm child = child(H2Server.class, arguments, Map.of("DB_PASSWORD", password));
    cleanup.add(child);
    return new Database(awaitUrl(child), "shop", password);
  }

  private Database startPostgres(Path folder, String name, Cleanup cleanup)
      throws IOException, InterruptedException {
    List<String> arguments =
        List.of(folder.resolve(name).toString(), folder.resolve("postgresql").toString(), name);
    ChildJvm child = child(PostgresServer.class, arguments, Map.of());
    cleanup.add(child);
    return new Database(awaitUrl(child), "postgres", "postgres");
  }

  private ChildJvm child(Class<?> program, List<String> arguments, Map<String, String> environment)
      throws IOException {
    return ChildJvm.start(
        JVM_OPTIONS, program, arguments, environment, this::output, console::error);
  }

  private void output(String line) {
    if (line.startsWith("ready ")) {
      url.complete(line.substring("ready ".length()));
    } else if (line.startsWith("pid ")) {
      grandchild = ProcessHandle.of(Long.parseLong(line.substring("pid ".length()))).orElse(null);
    }
  }

  private String awaitUrl(ChildJvm child) throws IOException, InterruptedException {
    try {
      CompletableFuture.anyOf(url, child.onExit()).get(SECONDS_TO_START, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException neither) {
      throw new IOException("a database server did not start in time", neither);
    }
    String ready = url.getNow("");
    if (ready.isEmpty()) {
      throw new IOException("a database server ended at its start");
    }
    return ready;
  }

  /** For a server whose launcher was killed before it could stop it. */
  @Override
  public void close() {
    ProcessHandle server = grandchild;
    if (server == null || !server.isAlive()) {
      return;
    }
    server.destroy();
    try {
      server.onExit().get(5, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException stillThere) {
      server.destroyForcibly();
    }
  }
}
