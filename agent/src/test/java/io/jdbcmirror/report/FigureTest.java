package io.jdbcmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people read them. */
class FigureTest {
  @ParameterizedTest
  @CsvSource({
    "0, '0'",
    "7, '7'",
    "1234567, '1,234,567'",
    "1.5, '1.5'",
    "20.449, '20.4'",
    "0.00123456, '0.00123'",
    "0.0000001, '0.0000001'",
    "12345.6, '12300'",
  })
  void decimalsHaveThreeDigitsAndNoExponent(double value, String text) {
    assertThat(Figure.decimal(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.0512, 51.2 ms", "0.000347, 0.347 ms", "3, '3,000 ms'"})
  void timesAreInMilliseconds(double seconds, String text) {
    assertThat(Figure.millis(seconds)).isEqualTo(text);
  }
}
