package io.jdbcmirror.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "exposre, EXPOSURE, true",
    "Exposure, EXPOSURE, true",
    "url, TARGET_URL, false",
    "jdbcmirror.exposure, EXPOSURE, false",
    "TARGET_DRIVER_JAR, TARGET_DRIVER_JAR, true",
    "target.passwordfile, TARGET_PASSWORD_FILE, true",
    "metrics-port, METRICS_PORT, true",
    "force, SOURCE, false",
    "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz, , false",
  })
  void theNearestTakesTheFewestEdits(String key, Setting nearest, boolean near) {
    assertThat(Nearest.isNear(key)).isEqualTo(near);
    if (nearest != null) {
      assertThat(Nearest.to(key)).isEqualTo(nearest);
    }
  }

  @ParameterizedTest
  @CsvSource({"'', '', 0", "abc, '', 3", "'', abc, 3", "kitten, sitting, 3", "abc, abc, 0"})
  void distanceIsLevenshteins(String a, String b, int edits) {
    assertThat(Nearest.distance(a, b)).isEqualTo(edits);
  }
}
