package io.jdbcmirror.tests.app;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Virtual threads that write through a pool, and what pinned their carriers meanwhile. */
public final class VirtualThreads {
  private static final String PINNED = "jdk.VirtualThreadPinned";

  private VirtualThreads() {}

  /**
   * One row, and one transaction, for each thread.
   *
   * @return how often a carrier was pinned with the agent on the thread's stack
   */
  public static int insert(Scene scene, int threads) throws Exception {
    return pinned(
        () -> {
          try (HikariDataSource pool = scene.pool(8)) {
            pool.setConnectionTimeout(60_000);
            List<Runnable> work = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
              int id = i;
              work.add(() -> insert(pool, id));
            }
            runAll(work);
          }
        },
        name -> name.startsWith("io.jdbcmirror.") && !name.startsWith("io.jdbcmirror.tests."));
  }

  /** How often the recording sees a carrier that is pinned for certain, on Java 21. */
  public static int pinByIntent() throws Exception {
    Runnable pin =
        () -> {
          synchronized (PINNED) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
          }
        };
    return pinned(() -> runAll(List.of(pin)), VirtualThreads.class.getName()::equals);
  }

  private static void insert(HikariDataSource pool, int id) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(id % 2 == 0);
      try (PreparedStatement insert = connection.prepareStatement("insert into v values (?, ?)")) {
        insert.setInt(1, id);
        insert.setString(2, "thread " + id);
        insert.executeUpdate();
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void runAll(List<Runnable> work) throws Exception {
    ExecutorService executor =
        (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null); // Java 21
    List<Future<?>> running = new ArrayList<>();
    for (Runnable each : work) {
      running.add(executor.submit(each));
    }
    for (Future<?> each : running) {
      each.get();
    }
    executor.shutdown();
  }

  private interface Work {
    void run() throws Exception;
  }

  private static int pinned(Work work, Predicate<String> className) throws Exception {
    Path file = Files.createTempFile("pinned", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
      return (int)
          RecordingFile.readAllEvents(file).stream()
              .filter(event -> event.getEventType().getName().equals(PINNED))
              .filter(event -> has(event, className))
              .count();
    } finally {
      delete(file);
    }
  }

  private static boolean has(RecordedEvent event, Predicate<String> className) {
    return event.getStackTrace() != null
        && event.getStackTrace().getFrames().stream()
            .anyMatch(frame -> className.test(frame.getMethod().getType().getName()));
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
