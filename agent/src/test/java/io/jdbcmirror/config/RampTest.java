package io.jdbcmirror.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RampTest {
  @Test
  void growsEvenlyWithinItsTime() throws ConfigException {
    Config config = load(" 0.01 .. 1.0 / 30m ");
    Ramp ramp = config.exposureRamp();
    assertThat(config.exposure()).isEqualTo(0.01);
    assertThat(ramp.at(0)).isEqualTo(0.01);
    assertThat(ramp.at(TimeUnit.MINUTES.toNanos(15))).isEqualTo(0.505, within(1e-9));
    assertThat(ramp.at(TimeUnit.MINUTES.toNanos(30))).isEqualTo(1.0);
    assertThat(ramp.at(Long.MAX_VALUE)).isEqualTo(1.0);
    assertThat(load("0..0.5/10080m").exposureRamp().end()).isEqualTo(0.5);
  }

  @Test
  void aNumberIsNoRamp() throws ConfigException {
    assertThat(load("0.25").exposureRamp()).isNull();
    assertThat(load("0.25").exposure()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.5..0.1/30m",
        "0.5..0.5/30m",
        "0.1..1.1/30m",
        "-0.1..1.0/30m",
        "0.1..1.0",
        "0.1..1.0/",
        "0.1..1.0/30",
        "0.1..1.0/0s",
        "0.1..1.0/999ms",
        "0.1..1.0/10081m",
        "0.1/30m..1.0",
        "../30m",
        "0.1...1.0/30m/30m",
        "0.1-1.0/30m"
      })
  void whatIsNoRampIsAnError(String text) {
    try {
      load(text);
    } catch (ConfigException e) {
      assertThat(e.problems())
          .containsExactly(
              "exposure="
                  + text
                  + " (system property) is not allowed; allowed is a number from 0.0 to 1.0, such"
                  + " as 0.25, or a ramp from less to more within 1s to 10080m, such as"
                  + " 0.01..1.0/30m");
      return;
    }
    throw new AssertionError("taken: " + text);
  }

  private static Config load(String exposure) throws ConfigException {
    Properties properties = new Properties();
    properties.setProperty("jdbcmirror.exposure", exposure);
    return Config.load(null, properties, Map.of());
  }
}
