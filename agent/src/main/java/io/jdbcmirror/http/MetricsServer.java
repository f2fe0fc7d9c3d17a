package io.jdbcmirror.http;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.support.AgentThread;
import io.jdbcmirror.support.AgentThreads;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The HTTP server while it runs. All its threads are daemons. Thread-safe. */
public final class MetricsServer {
  private final JdkServer server;
  private final String address;

  private MetricsServer(JdkServer server, Config config) {
    this.server = server;
    String host = config.metricsHost();
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    String scheme = config.metricsKeystore() == null ? "http" : "https";
    this.address = scheme + "://" + name + ":" + server.port();
  }

  /**
   * Starts the server where {@code metrics.host} and {@code metrics.port} say, and prints its
   * address. From a thread that is not the agent's it waits until that is done.
   *
   * @return null if it is switched off or cannot run (a taken port, a Java runtime without the
   *     module); the log then has one line that says why
   */
  public static @Nullable MetricsServer start(
      Config config, PrometheusRecorder recorder, StatusSource status) {
    if (!config.metricsOn()) {
      return null;
    }
    if (AgentThread.isCurrent()) {
      return tryStart(config, recorder, status);
    }
    // The JDK's server takes over whether its thread is a daemon from the thread that starts it.
    AtomicReference<@Nullable MetricsServer> started = new AtomicReference<>();
    join(AgentThreads.start("http", () -> started.set(tryStart(config, recorder, status))));
    return started.get();
  }

  private static @Nullable MetricsServer tryStart(
      Config config, PrometheusRecorder recorder, StatusSource status) {
    try {
      Router router = Router.create(config, recorder, status);
      Exchanges exchanges =
          new Exchanges(router, Access.of(config), Control.of(config, status.exposure()));
      MetricsServer server = new MetricsServer(JdkServer.start(config, exchanges), config);
      AgentLog.info("metrics on " + server.address() + "/metrics");
      return server;
    } catch (IOException | IllegalArgumentException e) {
      // A host that cannot be found is an IllegalArgumentException.
      String where = config.metricsHost() + ":" + config.metricsPort();
      withoutHttp(where + " cannot be opened: " + reason(e));
    } catch (LinkageError e) {
      withoutHttp(missing(e));
    } catch (RuntimeException e) {
      withoutHttp(AgentLog.describe(e));
    }
    return null;
  }

  private static String missing(LinkageError e) {
    String text = AgentLog.firstLine(e.getMessage());
    return text.contains("com/sun/net/httpserver")
        ? "this Java runtime has no module jdk.httpserver"
        : "the agent's jar is damaged: " + e.getClass().getName() + ": " + text;
  }

  private static void withoutHttp(String reason) {
    AgentLog.warn("no metrics over HTTP, mirroring goes on without: " + reason);
  }

  private static String reason(Exception e) {
    return e instanceof IOException && e.getMessage() != null
        ? e.getMessage()
        : e.getClass().getSimpleName();
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where it listens, without a slash at the end: {@code http://127.0.0.1:9407}. */
  public String address() {
    return address;
  }

  /** The port it listens on, 1 to 65535, also where any free one was asked for. */
  public int port() {
    return server.port();
  }

  /** Ends at once, whatever is under way. */
  public void stop() {
    server.stop();
  }
}
