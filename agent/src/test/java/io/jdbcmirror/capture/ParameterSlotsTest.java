package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.TrafficQueue;
import org.junit.jupiter.api.Test;

class ParameterSlotsTest {
  private final TrafficQueue queue = new TrafficQueue(1, 1, 10_000);
  private final WaitingBytes waiting = new WaitingBytes(queue);
  private final ParameterSlots slots = new ParameterSlots(0, waiting);

  private static Parameter parameter(int index, Object value) {
    return Parameter.of(Setter.OBJECT, index, value, null, null);
  }

  @Test
  void parametersOutliveAnExecution() {
    slots.set(parameter(1, "a"), 0);
    slots.set(parameter(2, "b"), 0);
    slots.snapshot(0, () -> 2);
    slots.set(parameter(2, "c"), 0);
    assertThat(slots.snapshot(0, () -> 2)).extracting(Parameter::value).containsExactly("a", "c");
  }

  @Test
  void whatWasBoundBeforeAnUnsampledTransactionIsNotTrusted() {
    slots.set(parameter(1, "a"), 0);
    slots.set(parameter(2, "b"), 0);
    slots.set(parameter(2, "c"), 1);
    assertThat(slots.snapshot(1, () -> 2)).isNull();
  }

  @Test
  void whatIsBoundAnewIsTrustedAgain() {
    slots.set(parameter(1, "a"), 0);
    slots.set(parameter(1, "b"), 1);
    assertThat(slots.snapshot(1, () -> 1)).extracting(Parameter::value).containsExactly("b");
  }

  @Test
  void aParameterThatNobodyHasSeenIsMissed() {
    ParameterSlots unseen = new ParameterSlots(ParameterSlots.NEVER, waiting);
    unseen.set(parameter(1, "a"), 0);
    assertThat(unseen.snapshot(0, () -> 2)).isNull();
    assertThat(unseen.snapshot(0, () -> 1)).hasSize(1);
  }

  @Test
  void anOpaqueParameterHidesTheRowUntilItIsBoundAgain() {
    slots.set(parameter(1, "a"), 0);
    slots.setOpaque(1, 0);
    assertThat(slots.snapshot(0, () -> 1)).isNull();
    slots.set(parameter(1, "b"), 0);
    assertThat(slots.snapshot(0, () -> 1)).hasSize(1);
  }

  @Test
  void largeParametersAreBoundedAndGiveBackWhatTheyHeld() {
    slots.set(parameter(1, "x".repeat(2_000)), 0);
    slots.set(parameter(2, "x".repeat(4_000)), 0);
    assertThat(queue.bytes()).isBetween(4_000L, 5_000L);
    assertThat(slots.snapshot(0, () -> 2)).isNull();
    assertThat(slots.whyMissing()).isEqualTo(Outcome.QUEUE_BYTES);
    slots.set(parameter(1, "small"), 0);
    slots.set(parameter(2, "x".repeat(4_000)), 0);
    assertThat(slots.snapshot(0, () -> 2)).hasSize(2);
    slots.clear(0);
    assertThat(queue.bytes()).isZero();
  }

  @Test
  void whatIsBoundAfterAClearingInAnUnsampledTransactionIsMissed() {
    slots.clear(ParameterSlots.NEVER);
    assertThat(slots.snapshot(0, () -> 1)).isNull();
    slots.set(parameter(1, "a"), 0);
    assertThat(slots.snapshot(0, () -> 1)).hasSize(1);
  }

  @Test
  void clearedParametersAreGone() {
    slots.set(parameter(3, "a"), 0);
    slots.clear(0);
    assertThat(slots.snapshot(0, () -> 3)).isEmpty();
  }
}
