package io.jdbcmirror.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*, '', true",
    "*, anything, true",
    "'', '', true",
    "'', a, false",
    "?, a, true",
    "?, '', false",
    "a?c, abc, true",
    "a?c, ac, false",
    "a*c, ac, true",
    "a*c, abbbc, true",
    "a*c, abcd, false",
    "a*b*c, a_b_b_c, true",
    "*.example.com/*, db.example.com/shop, true",
    "*abc, aababc, true",
    "a**, a, true",
    "A, a, false",
    "[a], [a], true",
    "a.c, abc, false",
  })
  void starsAndQuestionMarks(String pattern, String text, boolean matches) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void noPatternMakesTheTimeExplode() {
    Glob glob = new Glob("*a".repeat(50) + "b");
    String text = "a".repeat(10_000);
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(glob.matches(text)).isFalse());
  }
}
