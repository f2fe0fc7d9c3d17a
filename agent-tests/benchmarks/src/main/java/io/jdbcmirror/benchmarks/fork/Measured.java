package io.jdbcmirror.benchmarks.fork;

import io.jdbcmirror.tests.fixture.Accounts;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.FreePort;
import io.jdbcmirror.tests.fixture.Metrics;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.HdrHistogram.Histogram;

/** An application in a JVM of its own that does what it is told and says what came of it. */
public final class Measured implements AutoCloseable {
  private final ForkedApp app;
  private final int metricsPort;

  private Measured(ForkedApp app, int metricsPort) {
    this.app = app;
    this.metricsPort = metricsPort;
  }

  /** Starts one whose main method serves {@link Commands}. */
  public static Measured start(Class<?> mainClass, Jvm jvm, String... arguments) {
    int port = FreePort.find();
    return new Measured(
        ForkedApp.of(mainClass)
            .java(jvm.java())
            .with(List.of(jarOf(Histogram.class), jarOf(ByteBuddy.class)))
            .jvm(jvm.setting("metrics.port", String.valueOf(port)).options().toArray(String[]::new))
            .arguments(arguments)
            .start(),
        port);
  }

  /**
   * Waits for the answer, for 40 seconds at most.
   *
   * @throws IllegalStateException if the application has ended instead
   */
  public String ask(String command) {
    int before = app.stdout().count();
    app.say(command);
    try {
      return app.stdout().awaitAfter(before, command, line -> true);
    } catch (AssertionError e) {
      throw new IllegalStateException("the application has said:\n" + app.stderr().text(), e);
    }
  }

  /** The answer's words as numbers. */
  public double[] numbers(String command) {
    return Stream.of(ask(command).split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  public Metrics metrics() {
    return Metrics.scrape(metricsPort);
  }

  /** Waits until the mirror has nothing left to do; then every request is accounted for. */
  public Metrics drain() {
    return Accounts.assertAddUp(this::metrics);
  }

  /** The same, and waits until all that was tried on the target is compared. */
  public Metrics compared() {
    drain();
    return Accounts.assertCompared(this::metrics);
  }

  public ForkedApp process() {
    return app;
  }

  /** It has said all: what is still queued is of no interest. */
  @Override
  public void close() {
    app.close();
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
