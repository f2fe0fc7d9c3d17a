package io.jdbcmirror.mirror;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.mirror.MirrorState.Phase;
import io.jdbcmirror.target.TargetSettings;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MirrorTest {
  private static final long PATIENCE = SECONDS.toNanos(10);

  private final String name = "mirror-" + UUID.randomUUID();
  private final String sourceUrl = "jdbc:h2:mem:" + name;
  private final String targetUrl = "jdbc:faulty:h2:mem:" + name + "-target";
  private Traffic traffic = new Traffic(sourceUrl, 1);
  private final Session session = traffic.session();
  private Connection source;
  private Connection target;
  private Mirror mirror;

  @BeforeEach
  void open() throws Exception {
    FaultyDriver.reset();
    source = new Driver().connect(sourceUrl, new Properties());
    target = new Driver().connect("jdbc:h2:mem:" + name + "-target", new Properties());
    execute("CREATE TABLE t (a INT PRIMARY KEY)");
  }

  @AfterEach
  void close() throws Exception {
    if (mirror != null) {
      mirror.stop(0);
    }
    FaultyDriver.reset();
    source.close();
    target.close();
  }

  @Test
  void transactionIsAppliedWholeAndCounted() throws Exception {
    start();
    assertThat(mirror.state().toString()).isEqualTo("waiting for the first transaction");

    traffic.release(session, "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)");
    traffic.releaseAutoCommit(session, "INSERT INTO t VALUES (3)");
    untilAllFinished();

    assertThat(rows()).containsExactly(1, 2, 3);
    assertThat(traffic.recorder.requests(Outcome.MIRRORED)).isEqualTo(3);
    assertThat(traffic.recorder.transactions(Outcome.MIRRORED)).isEqualTo(2);
    assertThat(traffic.recorder.latencies).hasValue(3);
    assertThat(traffic.recorder.waits).hasValue(2);
    assertThat(traffic.recorder.up).isTrue();
    assertThat(mirror.lagNanos()).isZero();
    assertThat(mirror.state().phase()).isEqualTo(Phase.MIRRORING);
  }

  @ParameterizedTest
  @CsvSource({"3600, 0", "-1, 11"}) // the first one connects
  void onlyWhatHasWaitedForLongIsSentTogether(int releasedInSeconds, int together)
      throws Exception {
    traffic.releaseInserts(session, 12, System.nanoTime() + SECONDS.toNanos(releasedInSeconds));
    mirror =
        Mirror.start(
            TargetSettings.of("jdbc:h2:mem:" + name + "-target").build(),
            traffic.queue,
            traffic.recorder);
    untilAllFinished();

    assertThat(rows()).hasSize(12);
    assertThat(traffic.recorder.batched).hasValue(together);
    assertThat(traffic.recorder.latencies).hasValue(12 - together);
  }

  @Test
  void cancelledTransactionIsFreedAndNotCounted() throws Exception {
    start();
    Transaction cancelled = traffic.place(session, "INSERT INTO t VALUES (1)");
    cancelled.cancel();
    traffic.recorder.finished(Outcome.ROLLED_BACK, 1); // as capture does
    untilAllFinished();

    assertThat(rows()).isEmpty();
    assertThat(traffic.recorder.waits).hasValue(0);
  }

  @Test
  void transactionControlIsCountedButNotExecuted() throws Exception {
    start();
    Transaction transaction =
        traffic.place(
            session,
            false,
            Traffic.control("BEGIN"),
            Traffic.request("INSERT INTO t VALUES (1)"),
            Traffic.control("ROLLBACK, if it were executed"));
    transaction.release(System.nanoTime());
    untilAllFinished();

    assertThat(rows()).containsExactly(1);
    assertThat(traffic.recorder.requests(Outcome.MIRRORED)).isEqualTo(3);
    assertThat(traffic.recorder.latencies).hasValue(1);
  }

  @Test
  void errorOfAStatementFailsItsTransactionAndNoOther() throws Exception {
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (1)");
    traffic.release(session, "INSERT INTO t VALUES (2)");
    untilAllFinished();

    assertThat(rows()).containsExactly(2);
    assertThat(traffic.recorder.requests(Outcome.FAILED)).isEqualTo(2);
    assertThat(traffic.recorder.transactions(Outcome.FAILED)).isEqualTo(1);
    assertThat(traffic.recorder.errors(ErrorType.QUERY)).isEqualTo(1);
    assertThat(FaultyDriver.CONNECTS).hasValue(1);
  }

  @Test
  void brokenOffBeforeItsCommitItIsAppliedAgainFromTheStart() throws Exception {
    FaultyDriver.next("execute", connection -> {});
    FaultyDriver.next("execute", FaultyDriver.cut());
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)");
    untilAllFinished();

    assertThat(rows()).containsExactly(1, 2);
    assertThat(traffic.recorder.requests(Outcome.MIRRORED)).isEqualTo(2);
    assertThat(traffic.recorder.errors(ErrorType.CONNECTION)).isEqualTo(1);
    assertThat(traffic.recorder.latencies).hasValue(2);
  }

  @Test
  void brokenOffInItsCommitItIsNotRepeated() throws Exception {
    FaultyDriver.next("commit", FaultyDriver.cut());
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)");
    traffic.release(session, "INSERT INTO t VALUES (2)");
    untilAllFinished();

    assertThat(rows()).containsExactly(2);
    assertThat(traffic.recorder.requests(Outcome.FAILED)).isEqualTo(1);
    assertThat(traffic.recorder.requests(Outcome.MIRRORED)).isEqualTo(1);
  }

  @Test
  void timeoutInItsCommitFailsItAndClosesTheSession() throws Exception {
    FaultyDriver.next("commit", FaultyDriver.error("57014"));
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)");
    traffic.release(session, "INSERT INTO t VALUES (2)");
    untilAllFinished();

    assertThat(rows()).containsExactly(2);
    assertThat(traffic.recorder.errors(ErrorType.TIMEOUT)).isEqualTo(1);
    assertThat(FaultyDriver.CONNECTS).hasValue(2);
  }

  @Test
  void autocommitWriteThatIsBrokenOffIsNotRepeatedButAReadIs() throws Exception {
    FaultyDriver.next("execute", FaultyDriver.cut());
    FaultyDriver.next("execute", FaultyDriver.cut());
    start();
    traffic.releaseAutoCommit(session, "INSERT INTO t VALUES (1)");
    traffic.releaseAutoCommit(session, "SELECT * FROM t");
    untilAllFinished();

    assertThat(rows()).isEmpty();
    assertThat(traffic.recorder.requests(Outcome.FAILED)).isEqualTo(1);
    assertThat(traffic.recorder.requests(Outcome.MIRRORED)).isEqualTo(1);
    assertThat(traffic.recorder.errors(ErrorType.CONNECTION)).isEqualTo(2);
  }

  @Test
  void connectionThatDiedUnseenIsFoundBeforeItIsUsed() throws Exception {
    start();
    Session other = traffic.session();
    traffic.release(other, "INSERT INTO t VALUES (1)");
    untilAllFinished();
    FaultyDriver.next("execute", FaultyDriver.cut());
    traffic.release(session, "INSERT INTO t VALUES (2)");
    untilAllFinished();
    FaultyDriver.next("isValid", FaultyDriver.cut());

    traffic.releaseAutoCommit(other, "INSERT INTO t VALUES (3)");
    untilAllFinished();

    assertThat(rows()).containsExactly(1, 2, 3);
    assertThat(traffic.recorder.requests(Outcome.FAILED)).isZero();
  }

  @Test
  void transactionThatBreaksEveryConnectionIsGivenUp() throws Exception {
    for (int i = 0; i < TransactionApplier.MAX_BREAKS; i++) {
      FaultyDriver.next("execute", FaultyDriver.cut());
    }
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)");
    traffic.release(session, "INSERT INTO t VALUES (2)");
    untilAllFinished();

    assertThat(rows()).containsExactly(2);
    assertThat(traffic.recorder.requests(Outcome.FAILED)).isEqualTo(1);
    assertThat(traffic.recorder.errors(ErrorType.CONNECTION))
        .isEqualTo(TransactionApplier.MAX_BREAKS);
  }

  @Test
  void sessionWhoseRollbackFailsIsOpenedAnew() throws Exception {
    FaultyDriver.next("execute", FaultyDriver.error("23505"));
    FaultyDriver.next("rollback", FaultyDriver.error("XX000"));
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)");
    traffic.release(session, "INSERT INTO t VALUES (2)");
    untilAllFinished();

    assertThat(rows()).containsExactly(2);
    assertThat(FaultyDriver.CONNECTS).hasValue(2);
  }

  @Test
  void faultThatIsNoSqlExceptionFailsTheTransaction() throws Exception {
    FaultyDriver.next(
        "execute",
        connection -> {
          throw new NoClassDefFoundError();
        });
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)");
    traffic.release(session, "INSERT INTO t VALUES (2)");
    untilAllFinished();

    assertThat(rows()).containsExactly(2);
    assertThat(traffic.recorder.errors(ErrorType.OTHER)).isEqualTo(1);
  }

  @Test
  void whileTheTargetIsDownTransactionsWait() throws Exception {
    FaultyDriver.next("connect", FaultyDriver.error("28P01"));
    FaultyDriver.next("connect", FaultyDriver.error("08001"));
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)");
    Until.isTrue(() -> mirror.state().phase() == Phase.TARGET_DOWN);
    assertThat(mirror.state().toString()).contains("SQLState").doesNotContain("secret");
    untilAllFinished();

    assertThat(rows()).containsExactly(1);
    assertThat(traffic.recorder.errors(ErrorType.CONNECTION)).isEqualTo(2);
    assertThat(traffic.recorder.requests(Outcome.MIRRORED)).isEqualTo(1);
    assertThat(traffic.recorder.up).isTrue();
  }

  @Test
  void sourceThatCannotBeAskedMakesTransactionsWait() throws Exception {
    source.close(); // the database is gone with its last connection
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)");
    Until.isTrue(() -> mirror.state().phase() == Phase.SOURCE_UNKNOWN);
    assertThat(rows()).isEmpty();
    assertThat(mirror.lagNanos()).isPositive();

    source = new Driver().connect(sourceUrl, new Properties());
    untilAllFinished();

    assertThat(rows()).containsExactly(1);
    assertThat(traffic.recorder.requests(Outcome.MIRRORED)).isEqualTo(1);
  }

  @Test
  void targetThatIsTheSourceIsRefused() throws Exception {
    try (Statement statement = source.createStatement()) {
      statement.execute("CREATE TABLE t (a INT)");
    }
    mirror =
        Mirror.start(
            TargetSettings.of("jdbc:faulty:h2:mem:" + name).build(),
            traffic.queue,
            traffic.recorder,
            PATIENCE,
            0);
    traffic.release(session, "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)");
    traffic.release(session, "INSERT INTO t VALUES (3)");
    Until.isTrue(() -> traffic.recorder.refused);
    assertThat(mirror.state().toString()).contains("target.url");
    mirror.stop(0);

    try (Statement statement = source.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM t")) {
      assertThat(rows.next()).isFalse();
    }
    assertAllFinished();
  }

  @Test
  void refusedTransactionsAreDropped() throws Exception {
    mirror =
        Mirror.start(
            TargetSettings.of("jdbc:faulty:h2:mem:" + name).build(),
            traffic.queue,
            traffic.recorder,
            PATIENCE,
            TimeUnit.HOURS.toNanos(1));
    traffic.release(session, "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)");
    traffic.release(session, "INSERT INTO t VALUES (3)");
    untilAllFinished();

    assertThat(traffic.recorder.requests(Outcome.REFUSED)).isEqualTo(3);
    assertThat(traffic.recorder.transactions(Outcome.REFUSED)).isEqualTo(2);
    assertThat(FaultyDriver.CONNECTS).hasValue(1);
  }

  @Test
  void stopAppliesWhatIsReleasedBeforeItEnds() throws Exception {
    start();
    for (int i = 0; i < 200; i++) {
      traffic.release(session, "INSERT INTO t VALUES (" + i + ")");
    }
    mirror.stop(TimeUnit.MINUTES.toMillis(1));

    assertThat(rows()).hasSize(200);
    assertThat(mirror.state().toString()).isEqualTo("stopped");
    assertAllFinished();
  }

  @Test
  void stopCountsWhatIsLeft() throws Exception {
    FaultyDriver.next("connect", FaultyDriver.error("08001"));
    start();
    Transaction undecided = traffic.place(session, "INSERT INTO t VALUES (1)");
    traffic.release(session, "INSERT INTO t VALUES (2)");
    mirror.stop(0);

    assertThat(traffic.recorder.requests(Outcome.SHUTDOWN)).isEqualTo(2);
    assertThat(undecided.cancel()).isFalse(); // capture has nothing to count any more
    assertAllFinished();
  }

  @Test
  void secondStopCountsWhatCameSinceTheFirst() throws Exception {
    start();
    mirror.stop(0);
    traffic.release(session, "INSERT INTO t VALUES (1)");
    traffic.place(session, "INSERT INTO t VALUES (2)");
    mirror.stop(0);

    assertThat(traffic.recorder.requests(Outcome.SHUTDOWN)).isEqualTo(2);
    assertAllFinished();
  }

  @Test
  void stopDoesNotWaitForADriverThatHangs() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    FaultyDriver.next("execute", FaultyDriver.hang(reached, end));
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)");
    traffic.release(session, "INSERT INTO t VALUES (2)");
    assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
    try {
      mirror.stop(0);

      assertThat(traffic.recorder.requests(Outcome.SHUTDOWN)).isEqualTo(2);
      assertAllFinished();
    } finally {
      end.countDown();
    }
    Until.isTrue(MirrorTest::noMirrorThread);
    assertAllFinished();
  }

  @Test
  void threadsEndAtTheStop() throws Exception {
    start();
    traffic.release(session, "INSERT INTO t VALUES (1)");
    untilAllFinished();
    mirror.stop(0);

    Until.isTrue(MirrorTest::noMirrorThread);
  }

  @Test
  void manyThreadsKeepTheOrderOfEachSession() throws Exception {
    traffic = new Traffic(sourceUrl, 3);
    execute("CREATE TABLE log (n INT AUTO_INCREMENT, s INT, i INT)");
    mirror =
        Mirror.start(
            TargetSettings.of(targetUrl).mirrorThreads(3).maxSessions(4).build(),
            traffic.queue,
            traffic.recorder);
    List<Session> sessions = new ArrayList<>();
    for (int s = 0; s < 6; s++) {
      sessions.add(traffic.session());
    }
    for (int i = 0; i < 20; i++) {
      for (int s = 0; s < sessions.size(); s++) {
        String sql = "INSERT INTO log (s, i) VALUES (" + s + ", " + i + ")";
        traffic.release(sessions.get(s), sql);
      }
    }
    untilAllFinished();

    assertThat(traffic.recorder.requests(Outcome.MIRRORED)).isEqualTo(120);
    for (int s = 0; s < sessions.size(); s++) {
      assertThat(ints("SELECT i FROM log WHERE s = " + s + " ORDER BY n")).isSorted().hasSize(20);
    }
  }

  private void start() {
    mirror = Mirror.start(TargetSettings.of(targetUrl).build(), traffic.queue, traffic.recorder);
  }

  private void untilAllFinished() throws Exception {
    Until.isTrue(
        () ->
            traffic.recorder.finished.get() == traffic.recorder.placed.get()
                && traffic.queue.bytes() == 0);
    assertAllFinished();
  }

  private void assertAllFinished() {
    assertThat(traffic.recorder.finished).hasValue(traffic.recorder.placed.get());
    assertThat(traffic.queue.bytes()).isZero();
    assertThat(traffic.queue.length()).isZero();
  }

  private static boolean noMirrorThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .noneMatch(thread -> thread.getName().startsWith("jdbc-mirror-"));
  }

  private List<Integer> rows() throws SQLException {
    return ints("SELECT a FROM t ORDER BY a");
  }

  private List<Integer> ints(String sql) throws SQLException {
    List<Integer> found = new ArrayList<>();
    try (Statement statement = target.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = target.createStatement()) {
      statement.execute(sql);
    }
  }
}
