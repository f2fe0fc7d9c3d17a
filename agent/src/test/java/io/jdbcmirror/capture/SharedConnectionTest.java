package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.bootstrap.StatementHooks;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.traffic.TrafficQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two threads work on one connection with autocommit, whose next transaction is being chosen. */
class SharedConnectionTest {
  private static final String INSERT = "insert into t values (1)";

  private OpenSession session;
  private PrometheusRecorder recorder;
  private TrafficQueue queue;
  private Object connection;
  private Capture capture;

  @BeforeEach
  void open() throws Exception {
    session = new OpenSession("0");
    recorder = session.recorder;
    queue = session.queue;
    connection = session.connection;
    capture = session.capture;
  }

  @AfterEach
  void close() {
    session.close();
  }

  /** Its content was not wanted as it began: it cannot be mirrored, and is no empty transaction. */
  @Test
  void whatHasBegunBeforeTheChoiceIsDiscarded() throws Exception {
    Object slow = statement("createStatement", null);
    Object quick = statement("prepareStatement", INSERT);
    Object underWay = StatementHooks.enterExecute(slow, "execute", INSERT, null);
    capture.exposure().set(1.0);
    Thread other = new Thread(() -> execute(quick, null));
    other.start();
    other.join();

    StatementHooks.exitExecute(underWay, slow, false, null);

    assertThat(recorder.snapshot().requests(Outcome.UNSAMPLED)).isOne();
    assertThat(recorder.snapshot().requests(Outcome.PARAMETERS_NOT_CAPTURED)).isOne();
    assertThat(queue.length()).isZero();
    execute(slow, INSERT);
    assertThat(queue.lane(0).peek().requests()).hasSize(1);
    assertThat(recorder.snapshot().unaccounted()).isZero();
  }

  private Object statement(String method, String sql) {
    Object statement = new TrackedObject();
    StatementHooks.statementCreated(connection, method, statement, sql, null, null, null);
    return statement;
  }

  private static void execute(Object statement, String sql) {
    Object token = StatementHooks.enterExecute(statement, "execute", sql, null);
    StatementHooks.exitExecute(token, statement, false, null);
  }
}
