package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExposureTest {
  private final Exposure exposure = new Exposure(0.5);

  @Test
  void aPauseOutlivesAnotherNumberAndKeepsIt() {
    assertThat(exposure.pause(true)).isTrue();
    assertThat(exposure.pause(true)).isFalse();
    assertThat(exposure.current()).isZero();
    assertThat(exposure.set(1.0)).isEqualTo(0.5);
    assertThat(exposure.current()).isZero();
    assertThat(exposure.roll()).isFalse();
    assertThat(exposure.fraction()).isEqualTo(1.0);
    assertThat(exposure.pause(false)).isTrue();
    assertThat(exposure.pause(false)).isFalse();
    assertThat(exposure.current()).isEqualTo(1.0);
    assertThat(exposure.roll()).isTrue();
  }

  @Test
  void rollsAreAsManyAsTheFractionSays() {
    exposure.set(0.3);
    int chosen = 0;
    for (int i = 0; i < 100_000; i++) {
      chosen += exposure.roll() ? 1 : 0;
    }
    assertThat(chosen).isBetween(29_000, 31_000); // 6.9 standard deviations
  }
}
