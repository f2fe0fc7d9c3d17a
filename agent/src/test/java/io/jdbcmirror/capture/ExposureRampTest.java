package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.PrometheusRecorder;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A ramp from 0.0 to 1.0 within 1,000 seconds: a thousandth a second. */
class ExposureRampTest {
  private static final long START = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(5); // it wraps

  private final PrometheusRecorder recorder = new PrometheusRecorder("1");
  private final DatabaseRecorder database = recorder.database("shop");
  private final Exposure exposure = new Exposure(0.0);
  private final ExposureRamp ramp;
  private long seconds;

  ExposureRampTest() throws Exception {
    Config config = Config.load("exposure=0.0..1.0/1000s,ramp.max-drop-rate=0.5");
    ramp = ExposureRamp.of(config, exposure, START);
  }

  @Test
  void growsToItsEndAndIsOver() {
    pass(250);
    assertExposure(0.25);
    assertThat(ramp.state()).isEqualTo("to 1.0");
    pass(749);
    assertExposure(0.999);
    assertThat(pass(1)).isFalse();
    assertExposure(1.0);
    assertThat(ramp.state()).isNull();
    assertThat(pass(1)).isFalse();
  }

  @Test
  void holdsWhileMoreFailsThanMayAndThenGoesOn() {
    pass(10);
    count(Outcome.MIRRORED, 99);
    count(Outcome.FAILED, 1);
    pass(10);
    assertExposure(0.02); // a hundredth is allowed

    count(Outcome.FAILED, 1);
    pass(45);
    assertExposure(0.02);
    assertThat(ramp.state()).isEqualTo("to 1.0, holds: error rate 0.0198020 over 0.01 in a minute");
    count(Outcome.MIRRORED, 1_000);
    pass(1);
    assertThat(ramp.state()).isEqualTo("to 1.0");
    assertExposure(0.021);
  }

  @Test
  void whatIsOlderThanAMinuteDoesNotCount() {
    count(Outcome.FAILED, 1);
    pass(1);
    assertExposure(0.001); // from before the first look
    count(Outcome.FAILED, 1);
    pass(60);
    assertExposure(0.001);
    pass(1);
    assertExposure(0.002);
  }

  @Test
  void holdsWhileMoreIsDroppedThanMay() {
    pass(1);
    count(Outcome.MIRRORED, 1);
    count(Outcome.QUEUE_FULL, 1);
    pass(1);
    assertExposure(0.002);
    count(Outcome.SHUTDOWN, 1);
    pass(5);
    assertExposure(0.002);
    assertThat(ramp.state()).contains("holds: drop rate 0.666667 over 0.5");
  }

  @Test
  void holdsInAnyTroubleAndInAPause() {
    ramp.tick(START + TimeUnit.SECONDS.toNanos(100), recorder.snapshot(), "target down");
    assertExposure(0.0);
    assertThat(ramp.state()).isEqualTo("to 1.0, holds: target down");
    seconds = 100;
    exposure.pause(true);
    pass(100);
    assertThat(ramp.state()).isEqualTo("to 1.0, holds: paused");
    exposure.pause(false);
    pass(1);
    assertExposure(0.001);
  }

  @Test
  void anotherExposureIsItsEnd() {
    pass(10);
    ramp.end();
    exposure.set(0.5);
    assertThat(pass(10)).isFalse();
    assertExposure(0.5);
    assertThat(ramp.state()).isNull();
  }

  private void assertExposure(double expected) {
    assertThat(exposure.fraction()).isEqualTo(expected, within(1e-9));
  }

  private void count(Outcome outcome, int requests) {
    for (int i = 0; i < requests; i++) {
      database.opened();
    }
    database.ended(outcome, requests);
  }

  private boolean pass(int count) {
    boolean goesOn = true;
    for (int i = 0; i < count; i++) {
      seconds++;
      long now = START + TimeUnit.SECONDS.toNanos(seconds);
      goesOn = ramp.tick(now, recorder.snapshot(), null);
    }
    return goesOn;
  }
}
