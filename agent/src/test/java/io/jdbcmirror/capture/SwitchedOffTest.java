package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import io.jdbcmirror.bootstrap.JdbcHooks;
import io.jdbcmirror.bootstrap.ParameterHooks;
import io.jdbcmirror.bootstrap.StatementHooks;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.mirror.Until;
import io.jdbcmirror.traffic.TrafficQueue;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Capture that faults of its own have switched off counts what was open, and holds nothing. */
class SwitchedOffTest {
  private static final String INSERT = "insert into t values (?, ?)";

  private OpenSession session;
  private PrometheusRecorder recorder;
  private TrafficQueue queue;
  private Object connection;
  private Capture capture;

  @BeforeEach
  void open() throws Exception {
    session = new OpenSession("1");
    recorder = session.recorder;
    queue = session.queue;
    connection = session.connection;
    capture = session.capture;
    connectionCall("setAutoCommit", false);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void statementsThatStayOpenLetGoOfWhatIsBoundAndBatched() throws Exception {
    Object statement = prepare();
    WeakReference<String> bound = new WeakReference<>(bind(statement, 1));
    addBatch(statement);
    WeakReference<String> small = new WeakReference<>(bind(statement, 2));
    Object other = prepare();
    WeakReference<String> executed = new WeakReference<>(bind(other, 3));
    exit(enter(other), other);
    assertThat(queue.bytes()).isPositive();

    switchOff();

    Until.isTrue(() -> isCollected(bound) && isCollected(small) && isCollected(executed));
    assertThat(queue.bytes()).isZero();
    assertThat(capture.isSwitchedOff()).isTrue();
    assertThat(statement).isNotSameAs(other); // both are still there
  }

  @Test
  void requestsThatAreOpenOrUnderWayComeToTheirEnd() throws Exception {
    Object statement = prepare();
    bind(statement, 1);
    exit(enter(statement), statement);
    bind(statement, 2);
    Object underWay = enter(statement);

    switchOff();
    Until.isTrue(() -> recorder.snapshot().open() == 0);
    exit(underWay, statement);

    assertThat(recorder.snapshot().requests(Outcome.SWITCHED_OFF)).isEqualTo(2);
    assertThat(recorder.snapshot().open()).isZero();
    assertThat(ThreadCalls.current().isInside(null)).as("the thread holds no session").isTrue();
  }

  @Test
  void aCommitThatIsUnderWayGivesUpItsPlace() throws Exception {
    Object statement = prepare();
    bind(statement, 1);
    exit(enter(statement), statement);
    Object commit = ConnectionHooks.enterConnectionCall(connection, "commit", null, null);
    assertThat(queue.length()).isOne();

    switchOff();
    Until.isTrue(() -> recorder.snapshot().inFlight() == 0);
    ConnectionHooks.exitConnectionCall(commit, null, null);

    assertThat(recorder.snapshot().requests(Outcome.SWITCHED_OFF)).isOne();
    queue.finish(queue.lane(0).poll()); // the mirror passes it over
    assertThat(queue.bytes()).isZero();
  }

  @Test
  void oneSessionThatIsUncertainDoesNotEndTheOthers() {
    Object lost = prepare();
    bind(lost, 1);
    exit(enter(lost), lost);
    capture.failed("execute", lost, new IllegalStateException());
    bind(lost, 2);
    exit(enter(lost), lost);

    assertThat(recorder.snapshot().requests(Outcome.SWITCHED_OFF)).isEqualTo(2);
    assertThat(capture.isSwitchedOff()).isFalse();
    new DriverWork().run();
    assertThat(queue.length()).isPositive();
  }

  @Test
  void aFaultThatCannotBeToldAtOnceIsToldAtTheNextHook() {
    Object statement = prepare();
    bind(statement, 1);
    exit(enter(statement), statement);
    OutOfRoom once = new OutOfRoom(capture, 1);
    JdbcHooks.install(once);
    exit(enter(statement), statement);
    assertThat(once.refusals).isOne();
    assertThat(recorder.snapshot().captureFailures()).isEmpty();

    connectionCall("commit", null);

    assertThat(recorder.snapshot().captureFailures()).containsEntry("execute", 1L);
    assertThat(queue.length()).isZero();
    assertThat(recorder.snapshot().requests(Outcome.SWITCHED_OFF)).isOne();
  }

  @Test
  void whereItCannotBeToldThenEitherAllConnectionsAreLeftOutButNotNewOnes() {
    Object statement = prepare();
    bind(statement, 1);
    exit(enter(statement), statement);
    OutOfRoom twice = new OutOfRoom(capture, 2);
    JdbcHooks.install(twice);
    exit(enter(statement), statement);
    connectionCall("setSchema", "other");
    assertThat(twice.refusals).isEqualTo(2);

    connectionCall("commit", null);

    assertThat(recorder.snapshot().captureFailures()).containsEntry(JdbcHooks.SKIPPED, 1L);
    assertThat(recorder.snapshot().requests(Outcome.SWITCHED_OFF)).isOne();
    assertThat(recorder.snapshot().open()).isZero();
    assertThat(queue.length()).isZero();
    new DriverWork().run();
    assertThat(queue.length()).isPositive();
  }

  private void switchOff() {
    for (int i = 0; i <= 10; i++) {
      capture.failed("array", null, new IllegalStateException());
    }
  }

  private static boolean isCollected(WeakReference<?> reference) {
    System.gc();
    return reference.get() == null;
  }

  private Object prepare() {
    Object statement = new TrackedObject();
    StatementHooks.statementCreated(
        connection, "prepareStatement", statement, INSERT, null, null, null);
    return statement;
  }

  private static String bind(Object statement, int id) {
    String text = "x".repeat(id == 2 ? 10 : 5_000);
    ParameterHooks.parameter(statement, "setInt", 1, id, null, null);
    ParameterHooks.parameter(statement, "setString", 2, text, null, null);
    return text;
  }

  private static void addBatch(Object statement) {
    Object token = StatementHooks.enterStatementCall(statement, "addBatch");
    StatementHooks.exitStatementCall(token, "addBatch", null, null);
  }

  private static Object enter(Object statement) {
    return StatementHooks.enterExecute(statement, "executeUpdate", null, null);
  }

  private static void exit(Object token, Object statement) {
    StatementHooks.exitExecute(token, statement, null, null);
  }

  private void connectionCall(String method, Object argument) {
    Object token = ConnectionHooks.enterConnectionCall(connection, method, argument, null);
    ConnectionHooks.exitConnectionCall(token, null, null);
  }
}
