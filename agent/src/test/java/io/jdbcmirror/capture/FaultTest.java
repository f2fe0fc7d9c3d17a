package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.bootstrap.JdbcHooks;
import io.jdbcmirror.bootstrap.ParameterHooks;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.traffic.TrafficQueue;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fault of the agent's own never makes a wrong value or half a transaction. */
class FaultTest {
  private static final String SQL = "insert into t values (?)";

  private final PrometheusRecorder recorder = new PrometheusRecorder("test");
  private final TrafficQueue queue = new TrafficQueue(1, 100, 1 << 20);
  private final Object connection = new TrackedObject();
  private final Object statement = new TrackedObject();
  private Capture capture;

  @BeforeEach
  void openConnection() throws Exception {
    Properties settings = new Properties();
    settings.setProperty("jdbcmirror.target.url", "jdbc:h2:mem:target");
    Config config = Config.load(null, settings, Map.of());
    capture = new Capture(config, queue, recorder);
    JdbcHooks.install(capture);
    capture.connections().enterConnect();
    capture
        .connections()
        .exitConnect(new org.h2.Driver(), "jdbc:h2:mem:source", new Properties(), connection);
    capture
        .statements()
        .statementCreated(connection, "prepareStatement", statement, SQL, null, null, null);
  }

  @AfterEach
  void uninstall() {
    JdbcHooks.install(null);
  }

  @Test
  void aParameterThatFailedToBeCapturedIsNotSentWithItsOldValue() {
    set(1);
    execute();
    ParameterHooks.parameter(statement, "setNothing", 1, 2, null, null);
    execute();

    assertThat(recorder.snapshot().requests(Outcome.PARAMETERS_NOT_CAPTURED)).isOne();
    assertThat(queue.length()).isOne();
  }

  @Test
  void whatIsBoundAfterTheParametersWereClearedIsTrustedAgain() {
    ParameterHooks.parameter(statement, "setNothing", 1, 2, null, null);
    call("clearParameters");
    set(3);
    execute();

    assertThat(queue.length()).isOne();
  }

  @Test
  void aRequestTakesItsPlaceAndIsInFlight() {
    set(1);
    execute();

    assertThat(recorder.snapshot().inFlight()).isOne();
    assertThat(recorder.snapshot().open()).isZero();
  }

  @Test
  void aCallThatADriverMakesInsideOfItsOwnIsPartOfIt() {
    set(1);
    Object outer = capture.statements().enterStatementCall(statement, "addBatch");
    call("addBatch");
    call("clearParameters");
    capture.statements().exitStatementCall(outer, "addBatch", null, null);
    Object batch = capture.statements().enterExecute(statement, "executeBatch", null, null);
    capture.statements().exitExecute(batch, statement, new int[] {1}, null);

    assertThat(queue.lane(0).poll().requests().get(0).rows()).hasSize(1);
  }

  private void call(String method) {
    Object token = capture.statements().enterStatementCall(statement, method);
    if (token != null) {
      capture.statements().exitStatementCall(token, method, null, null);
    }
  }

  private void set(int value) {
    capture.parameters().parameter(statement, "setInt", 1, value, null, null);
  }

  private void execute() {
    Object token = capture.statements().enterExecute(statement, "executeUpdate", null, null);
    assertThat(token).isNotNull();
    capture.statements().exitExecute(token, statement, null, null);
  }
}
