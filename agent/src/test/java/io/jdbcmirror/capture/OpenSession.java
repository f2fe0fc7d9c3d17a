package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import io.jdbcmirror.bootstrap.JdbcHooks;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.traffic.TrafficQueue;
import java.util.Map;
import java.util.Properties;
import org.h2.Driver;

/** A connection that is captured, with hooks called by hand and nobody behind the queue. */
final class OpenSession implements AutoCloseable {
  final PrometheusRecorder recorder = new PrometheusRecorder("test");
  final TrafficQueue queue = new TrafficQueue(1, 100, 1 << 20);
  final Object connection = new TrackedObject();
  final Capture capture;

  OpenSession(String exposure) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("jdbcmirror.target.url", "jdbc:h2:mem:target");
    settings.setProperty("jdbcmirror.exposure", exposure);
    capture = new Capture(Config.load(null, settings, Map.of()), queue, recorder);
    JdbcHooks.install(capture);
    if (ConnectionHooks.enterConnect()) {
      ConnectionHooks.exitConnect(
          new Driver(), "jdbc:postgresql://host/source", new Properties(), connection);
    }
  }

  @Override
  public void close() {
    JdbcHooks.install(null);
  }
}
