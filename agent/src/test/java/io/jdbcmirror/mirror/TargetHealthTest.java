package io.jdbcmirror.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.mirror.MirrorState.Phase;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TargetHealthTest {
  private static final long REFUSED = TimeUnit.SECONDS.toNanos(30);

  private final FakeRecorder recorder = new FakeRecorder();
  private final TargetHealth health =
      new TargetHealth(recorder, new Backoff(new SplittableRandom(1)), REFUSED);
  private final long now = System.nanoTime();

  @Test
  void firstConnectionIsTriedByOneOnly() {
    assertThat(health.mayTry(now)).isTrue();
    assertThat(health.mayTry(now)).isFalse();

    health.connected();

    assertThat(health.mayTry(now)).isTrue();
    assertThat(health.mayTry(now)).isTrue();
    assertThat(recorder.up).isTrue();
    assertThat(health.state().toString()).isEqualTo("mirroring");
  }

  @Test
  void whileDownThereIsOneProbeAtATimeAndNoneBeforeTheBackoff() {
    health.failed(now, "connection error");
    assertThat(health.mayTry(now + Backoff.MIN_NANOS - 1)).isFalse();
    assertThat(health.mayTry(now + Backoff.MAX_NANOS)).isTrue();
    assertThat(health.mayTry(now + Backoff.MAX_NANOS)).isFalse();
    assertThat(recorder.up).isFalse();
    assertThat(health.state().toString())
        .startsWith("target down since ")
        .endsWith(": connection error");

    health.failed(now, "connection error");
    assertThat(health.mayTry(now + Backoff.MAX_NANOS)).isTrue();
  }

  @Test
  void aConnectionFoundDeadIsReplacedByOneAttemptAtATime() {
    health.connected();
    health.doubt();
    assertThat(health.mayTry(now)).isTrue();
    assertThat(health.mayTry(now)).isFalse();
    assertThat(recorder.up).isTrue();

    health.connected();
    assertThat(health.mayTry(now)).isTrue();
    assertThat(health.mayTry(now)).isTrue();
  }

  @Test
  void whatGoesOnWorkingShowsThatTheTargetIsNotDown() {
    health.lost(now, "io error");
    health.worked(now + TargetHealth.SETTLED_NANOS - 1);
    assertThat(recorder.up).isFalse();

    health.worked(now + TargetHealth.SETTLED_NANOS);
    assertThat(recorder.up).isTrue();
    assertThat(health.state().toString()).isEqualTo("mirroring");
  }

  @Test
  void refusalHoldsForItsTimeAndIsThenAskedAgainByOne() {
    health.refused(now, "why");
    assertThat(health.isRefused(now + REFUSED - 1)).isTrue();
    assertThat(health.mayTry(now + REFUSED - 1)).isFalse();
    assertThat(health.isRefused(now + REFUSED)).isFalse();
    assertThat(health.mayTry(now + REFUSED)).isTrue();
    assertThat(health.mayTry(now + REFUSED)).isFalse();
    assertThat(recorder.refused).isTrue();
    assertThat(health.state().toString()).matches("refused since \\S+Z: why");

    health.connected();
    assertThat(recorder.refused).isFalse();
  }

  @Test
  void stoppedIsTheEnd() {
    health.stopped();
    health.connected();

    assertThat(health.state().phase()).isEqualTo(Phase.STOPPED);
  }

  @Test
  void backoffDoublesUpToItsBoundAndStartsAnew() {
    Backoff backoff = new Backoff(new SplittableRandom(1));
    assertThat(backoff.nextNanos()).isEqualTo(Backoff.MIN_NANOS);
    assertThat(backoff.nextNanos()).isBetween(Backoff.MIN_NANOS, 2 * Backoff.MIN_NANOS);
    for (int i = 0; i < 20; i++) {
      assertThat(backoff.nextNanos()).isBetween(Backoff.MIN_NANOS, Backoff.MAX_NANOS);
    }
    assertThat(backoff.nextNanos()).isBetween(Backoff.MAX_NANOS / 2, Backoff.MAX_NANOS);

    backoff.reset();
    assertThat(backoff.nextNanos()).isEqualTo(Backoff.MIN_NANOS);
  }
}
