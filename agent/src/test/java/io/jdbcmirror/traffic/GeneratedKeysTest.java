package io.jdbcmirror.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedKeysTest {
  private final GeneratedKeys keys = new GeneratedKeys(2);

  @Test
  void keepsWhatWasReadRowByRow() {
    keys.row();
    keys.value(1, 7);
    keys.value("id", 7);
    keys.row();
    keys.value(1, 8);

    assertThat(keys.rows()).containsExactly(Map.of(1, 7L, "id", 7L), Map.of(1, 8L));
    assertThat(keys.isUnclear()).isFalse();
  }

  @Test
  void takesNothingDownOnceItIsSealed() {
    keys.row();
    keys.value(1, 7);
    keys.seal();
    keys.value(2, 9);
    keys.row();
    keys.lose();
    keys.otherValue();
    keys.begin();

    assertThat(keys.rows()).containsExactly(Map.of(1, 7L));
    assertThat(keys.isUnclear()).isFalse();
  }

  @Test
  void whoReadsAgainBeginsAnew() {
    keys.row();
    keys.value(1, 7);
    keys.begin();
    keys.row();
    keys.value(1, 7);

    assertThat(keys.rows()).containsExactly(Map.of(1, 7L));
  }

  @Test
  void knowsNothingOfMoreRowsThanItHasRoomFor() {
    keys.row();
    keys.row();
    keys.row();
    keys.value(1, 7);

    assertThat(keys.rows()).isEmpty();
    assertThat(keys.isUnclear()).isTrue();
  }

  @Test
  void otherValuesMayHaveBeenKeys() {
    keys.row();
    keys.otherValue();

    assertThat(keys.rows()).containsExactly(Map.of());
    assertThat(keys.isUnclear()).isTrue();
  }
}
