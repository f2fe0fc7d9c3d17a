package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.traffic.TrafficQueue;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Connections for distributed transactions, whose begin and end not every driver shows. */
class XaConnectionTest {
  private final PrometheusRecorder recorder = new PrometheusRecorder("test");
  private final TrafficQueue queue = new TrafficQueue(1, 100, 1 << 20);

  @Test
  void whatIsDoneOnOneThatHidesItsBranchesIsUnsupported() throws Exception {
    execute("jdbc:derby:shop", true);

    assertThat(recorder.snapshot().requests(Outcome.UNSUPPORTED)).isOne();
    assertThat(queue.length()).isZero();
  }

  @Test
  void itsOtherConnectionsAreMirrored() throws Exception {
    execute("jdbc:derby:shop", false);

    assertThat(queue.length()).isOne();
  }

  @Test
  void thoseThatShowThemAreFollowed() throws Exception {
    execute("jdbc:postgresql:shop", true);

    assertThat(queue.length()).isOne();
  }

  private void execute(String url, boolean xa) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("jdbcmirror.target.url", "jdbc:h2:mem:target");
    Capture capture = new Capture(Config.load(null, settings, Map.of()), queue, recorder);
    Object connection = new TrackedObject();
    Object statement = new TrackedObject();
    if (xa) {
      capture.connections().enterXaConnect();
    }
    capture.connections().enterConnect();
    capture.connections().exitConnect(new org.h2.Driver(), url, new Properties(), connection);
    if (xa) {
      capture.connections().exitXaConnect();
    }
    capture.statements().derived(connection, statement);
    Object token =
        capture.statements().enterExecute(statement, "execSQLUpdate", "insert into t", null);
    capture.statements().exitExecute(token, statement, null, null);
  }
}
