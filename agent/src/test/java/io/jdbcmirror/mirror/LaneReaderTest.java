package io.jdbcmirror.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Transaction;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LaneReaderTest {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final Traffic traffic = new Traffic("jdbc:h2:mem:none", 1);
  private final LaneReader reader =
      new LaneReader(traffic.queue.lane(0), PATIENCE, new Ledger(traffic.queue, traffic.recorder));
  private final Session a = traffic.session();
  private final Session b = traffic.session();
  private final long now = System.nanoTime();
  private final long later = now + 2 * PATIENCE;

  @Test
  void releasedOnesComeInTheirOrder() {
    Transaction first = traffic.release(a, "1");
    Transaction second = traffic.release(b, "2");

    assertThat(take(now)).isSameAs(first);
    assertThat(take(now)).isSameAs(second);
    assertThat(take(now)).isNull();
  }

  @Test
  void headWhoseCommitHasNotReturnedHoldsUpTheOthers() {
    Transaction first = traffic.place(a, "1");
    Transaction second = traffic.release(b, "2");
    assertThat(take(now)).isNull();

    first.release(now);

    assertThat(take(now)).isSameAs(first);
    assertThat(take(now)).isSameAs(second);
  }

  @Test
  void afterItsTimeItLetsTheOthersPassAndComesWhenItIsDecided() {
    Transaction slow = traffic.place(a, "1");
    Transaction second = traffic.release(b, "2");

    assertThat(take(later)).isSameAs(second);
    assertThat(traffic.recorder.relaxed).hasValue(1);
    assertThat(take(later)).isNull();
    assertThat(reader.isEmpty()).isFalse();

    slow.release(now);
    assertThat(take(later)).isSameAs(slow);
    assertThat(reader.isEmpty()).isTrue();
    assertThat(traffic.recorder.relaxed).hasValue(1);
  }

  @Test
  void orderWithinASessionHoldsBehindOneThatWasSetAside() {
    Transaction slow = traffic.place(a, "1");
    assertThat(take(later)).isNull();
    Transaction next = traffic.release(a, "2");
    Transaction other = traffic.release(b, "3");
    assertThat(take(later)).isSameAs(other);

    slow.release(now);

    assertThat(take(later)).isSameAs(slow);
    assertThat(take(later)).isSameAs(next);
  }

  @Test
  void oneThatIsReleasedBetweenTwoLooksStillComesBeforeTheNextOfItsSession() {
    Transaction slow = traffic.place(a, "1");
    assertThat(take(later)).isNull();
    slow.release(now);
    Transaction next = traffic.release(a, "2");

    assertThat(take(later)).isSameAs(slow);
    assertThat(take(later)).isSameAs(next);
  }

  @Test
  void committedInsertHoldsUpTheOthersWhileItsKeysAreRead() {
    Transaction insert = traffic.awaitKeys(a);
    Transaction second = traffic.release(b, "2");
    assertThat(take(now)).isNull();

    insert.release(now);

    assertThat(take(now)).isSameAs(insert);
    assertThat(take(now)).isSameAs(second);
  }

  @Test
  void committedInsertWhoseKeysNobodyReadsIsHandedOutAfterItsTime() {
    Transaction insert = traffic.awaitKeys(a);

    assertThat(take(later)).isSameAs(insert);
    assertThat(insert.state()).isEqualTo(Transaction.State.RELEASED);
    assertThat(traffic.recorder.relaxed).hasValue(0);
  }

  @Test
  void committedInsertIsHandedOutAtOnceInAHurry() {
    Transaction insert = traffic.awaitKeys(a);
    Transaction undecided = traffic.place(b, "2");
    assertThat(take(now)).isNull();

    reader.hurry();

    assertThat(take(now)).isSameAs(insert);
    assertThat(take(now)).isNull();
    assertThat(undecided.state()).isEqualTo(Transaction.State.PLACED);
  }

  @Test
  void committedInsertThatIsLeftAtTheEndIsCountedOnce() {
    Transaction insert = traffic.awaitKeys(a);
    Ledger ledger = new Ledger(traffic.queue, traffic.recorder);

    reader.close().forEach(ledger::abandon);
    insert.release(now);

    assertThat(traffic.recorder.requests(Outcome.SHUTDOWN)).isOne();
    assertThat(insert.cancel()).isFalse();
  }

  @Test
  void cancelledOneIsHandedOutToBeFreed() {
    Transaction cancelled = traffic.place(a, "1");
    assertThat(cancelled.cancel()).isTrue();
    assertThat(cancelled.cancel()).isFalse();

    assertThat(take(now)).isSameAs(cancelled);
  }

  @Test
  void closeHandsOutEverythingOnce() {
    Transaction slow = traffic.place(a, "1");
    Transaction inHand = traffic.release(b, "2");
    assertThat(reader.take(later)).isSameAs(inHand);
    Transaction queued = traffic.release(b, "3");

    assertThat(reader.close()).containsExactlyInAnyOrder(slow, inHand, queued);

    assertThat(reader.settle(inHand)).isFalse();
    assertThat(reader.close()).isEmpty();
    traffic.release(b, "4");
    assertThat(reader.take(later)).isNull();
  }

  private Transaction take(long at) {
    Transaction taken = reader.take(at);
    if (taken != null) {
      assertThat(reader.settle(taken)).isTrue();
    }
    return taken;
  }
}
