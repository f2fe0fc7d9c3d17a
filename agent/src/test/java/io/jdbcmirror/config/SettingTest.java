package io.jdbcmirror.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingTest {
  @ParameterizedTest
  @EnumSource
  void everySettingHasOneKeyInThreeWritings(Setting setting) {
    assertThat(setting.key()).matches("[a-z]+([.-][a-z]+)*");
    assertThat(setting.property()).isEqualTo("jdbcmirror." + setting.key());
    assertThat(setting.variable()).isEqualTo("JDBCMIRROR_" + setting.name());
    assertThat(Setting.ofKey(setting.key())).isSameAs(setting);
  }

  @ParameterizedTest
  @EnumSource
  void everySettingIsDescribed(Setting setting) {
    assertThat(setting.description()).isNotBlank().doesNotEndWith(".");
    assertThat(setting.allowed()).isNotBlank();
  }
}
