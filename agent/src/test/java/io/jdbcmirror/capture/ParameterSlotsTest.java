package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Setter;
import org.junit.jupiter.api.Test;

class ParameterSlotsTest {
  private final ParameterSlots slots = new ParameterSlots(0);

  private static Parameter parameter(int index, Object value) {
    return new Parameter(Setter.OBJECT, index, value, null, null);
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
    ParameterSlots unseen = ParameterSlots.unseen();
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
  void clearedParametersAreGone() {
    slots.set(parameter(3, "a"), 0);
    slots.clear(0);
    assertThat(slots.snapshot(0, () -> 3)).isEmpty();
  }
}
