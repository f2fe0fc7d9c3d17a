package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Source;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.TrafficQueue;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PreparedBranchesTest {
  private static final long MAX_BYTES = 10_000;

  private final PrometheusRecorder recorder = new PrometheusRecorder("test");
  private final TrafficQueue queue = new TrafficQueue(1, 100, 1 << 20);
  private final PreparedBranches branches = new PreparedBranches(new AtomicLong(1), MAX_BYTES);
  private final Session session =
      new Session(1, new Source("jdbc:h2:mem:source", new Properties(), new org.h2.Driver()));
  private final SessionTraffic traffic =
      new SessionTraffic(session, queue, recorder.database("source"), new Exposure(1), null);

  @Test
  void whatIsTakenIsKnownNoMore() {
    park("a", 10);

    assertThat(branches.take("b")).isNull();
    assertThat(branches.take("a")).isNotNull();
    assertThat(branches.take("a")).isNull();
  }

  @Test
  void theOldestGivesWayWhenThereAreTooMany() {
    for (int i = 0; i <= PreparedBranches.MAX_BRANCHES; i++) {
      park("b" + i, 1);
    }

    assertThat(branches.take("b0")).isNull();
    assertThat(branches.take("b1")).isNotNull();
    assertThat(recorder.snapshot().requests(Outcome.QUEUE_FULL)).isOne();
    assertThat(queue.bytes()).isEqualTo(PreparedBranches.MAX_BRANCHES);
  }

  @Test
  void theOldestGivesWayWhenTheyHoldTooManyBytes() {
    park("a", 6_000);
    park("b", 3_000);
    park("c", 3_000);

    assertThat(branches.take("a")).isNull();
    assertThat(branches.take("b")).isNotNull();
    assertThat(recorder.snapshot().requests(Outcome.QUEUE_BYTES)).isOne();
    assertThat(queue.bytes()).isEqualTo(6_000);
  }

  @Test
  void aNameThatIsFreeAgainMeansThatItsBranchWasEndedElsewhere() {
    park("a", 10);
    park("a", 20);

    assertThat(recorder.snapshot().requests(Outcome.COMMIT_UNKNOWN)).isOne();
    assertThat(queue.bytes()).isEqualTo(20);
  }

  @Test
  void switchingOffEndsThemAll() {
    park("a", 10);
    branches.switchOff();

    assertThat(recorder.snapshot().requests(Outcome.SWITCHED_OFF)).isOne();
    assertThat(recorder.snapshot().open()).isZero();
    assertThat(queue.bytes()).isZero();
  }

  @Test
  void aCommitThatIsTakenBackLeavesItOpenAndWhole() {
    park("a", 10);
    PreparedBranch branch = branches.take("a");
    branch.beginCommit(traffic, List.of(), branches);
    assertThat(recorder.snapshot().inFlight()).isOne();

    assertThat(branch.takeBack()).isTrue();
    assertThat(recorder.snapshot().open()).isOne();
    assertThat(recorder.snapshot().inFlight()).isZero();

    branch.beginCommit(traffic, List.of(), branches);
    branch.committed();
    assertThat(recorder.snapshot().inFlight()).isOne();
    assertThat(queue.lane(0).poll().requests()).hasSize(1);
    assertThat(queue.lane(0).poll().requests()).hasSize(1);
  }

  @Test
  void aSessionThatHasChangedGivesItsBranchASessionOfItsOwn() {
    park("a", 10);
    park("b", 10);
    PreparedBranch same = branches.take("a");
    same.beginCommit(traffic, Collections.emptyList(), branches);
    PreparedBranch changed = branches.take("b");
    changed.beginCommit(traffic, Collections.singletonList(null), branches);

    assertThat(queue.lane(0).poll().session()).isSameAs(session);
    assertThat(queue.lane(0).poll().session()).isNotSameAs(session);
  }

  private void park(String name, long bytes) {
    TransactionDraft draft = new TransactionDraft(queue, MAX_BYTES, List.of());
    StatementText text = new StatementText(StatementText.Form.PLAIN, "insert", null);
    recorder.database("source").opened();
    draft.add(Request.of(text, Request.Call.EXECUTE).build(), bytes, List.of());
    branches.park(new PreparedBranch(name, draft, traffic, Collections.emptyList()));
  }
}
