package io.jdbcmirror.report;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.support.AgentThreads;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes the report into a file and its JSON beside it: at once, every minute, and when it is
 * stopped. Whoever reads one of them finds it whole. Thread-safe.
 */
public final class ReportFile {
  private static final long INTERVAL_MILLIS = 60_000;
  private static final String HTML = ".html";
  private static final String JSON = ".json";

  private final Report report;
  private final Path html;
  private final Path json;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * @param named the HTML file, with any ending; or, ending in {@code .json}, the JSON file
   */
  ReportFile(Report report, File named) {
    this.report = report;
    this.html = withEnding(named, isJson(named) ? HTML : null);
    this.json = withEnding(named, JSON);
  }

  /**
   * Starts to write on a thread of the agent's own.
   *
   * @return null if {@code report.file} is not set
   */
  public static @Nullable ReportFile start(Config config, PrometheusRecorder recorder) {
    File named = config.reportFile();
    if (named == null) {
      return null;
    }
    ReportFile file = new ReportFile(new Report(config, recorder), named);
    AgentThreads.start("report", () -> file.writeEvery(INTERVAL_MILLIS));
    return file;
  }

  private static boolean isJson(File file) {
    return file.getName().endsWith(JSON);
  }

  private static Path withEnding(File named, @Nullable String ending) {
    Path path = named.getAbsoluteFile().toPath();
    String name = named.getName();
    if (ending == null) {
      return path;
    }
    boolean hasEnding = isJson(named) || name.endsWith(HTML);
    int end = hasEnding ? name.length() - JSON.length() : name.length();
    return path.resolveSibling(name.substring(0, end) + ending);
  }

  void writeEvery(long millis) {
    try {
      do {
        write();
      } while (!stopped.await(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end of it; what is left is written by stop
    }
  }

  /** Writes what has been counted up to now, and no more. */
  public void stop() {
    stopped.countDown();
    write();
  }

  private synchronized void write() {
    try {
      byte[] content = report.json();
      replace(json, content);
      replace(html, Report.html(content));
    } catch (IOException | RuntimeException | LinkageError e) {
      AgentLog.warnOnce(
          "report.file",
          "report.file=" + html + " cannot be written: " + e.getClass().getSimpleName());
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".tmp");
    Files.write(whole, content);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
