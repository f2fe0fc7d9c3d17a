package io.jdbcmirror.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CellHashTest {
  static List<Arguments> equal() {
    return List.of(
        Arguments.of(5, 5L),
        Arguments.of((short) 5, new BigDecimal("5.00")),
        Arguments.of(5, BigInteger.valueOf(5)),
        Arguments.of(5.0, 5),
        Arguments.of(5.5, new BigDecimal("5.50")),
        Arguments.of(0.0, -0.0),
        Arguments.of(new BigDecimal("0.00"), 0),
        Arguments.of(new BigDecimal("1E+3"), 1000),
        Arguments.of(
            new BigDecimal("1234567890123456789.10"), new BigDecimal("1234567890123456789.1")),
        Arguments.of(true, 1),
        Arguments.of("a", "a  "),
        Arguments.of("", "   "),
        Arguments.of(
            OffsetDateTime.parse("2026-01-01T00:00:00Z"),
            OffsetDateTime.parse("2026-01-01T02:00:00+02:00")),
        Arguments.of(
            ZonedDateTime.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z")),
        Arguments.of(new byte[] {1, 2}, new byte[] {1, 2}),
        Arguments.of(new Timestamp(1_000), new Timestamp(1_000)),
        Arguments.of(new Date(0), new Timestamp(0)));
  }

  @ParameterizedTest
  @MethodSource("equal")
  void valuesThatDifferInFormOnlyAreTheSame(Object one, Object other) {
    assertThat(CellHash.of(one)).isEqualTo(CellHash.of(other)).isNotEqualTo(CellHash.OPAQUE);
  }

  static List<Arguments> different() {
    return List.of(
        Arguments.of(null, ""),
        Arguments.of(null, 0),
        Arguments.of("a", "b"),
        Arguments.of("a", " a"),
        Arguments.of("ab", "ba"),
        Arguments.of("1.50", "1.5"),
        Arguments.of(1, 10),
        Arguments.of(1.5, 1.25),
        Arguments.of(Long.MAX_VALUE, Long.MAX_VALUE - 1),
        Arguments.of(Long.MAX_VALUE, (double) Long.MAX_VALUE),
        Arguments.of(
            new BigDecimal("1234567890123456789.1"), new BigDecimal("1234567890123456789.2")),
        Arguments.of(new byte[] {1, 2}, new byte[] {2, 1}),
        Arguments.of(UUID.nameUUIDFromBytes(new byte[1]), UUID.nameUUIDFromBytes(new byte[2])),
        Arguments.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)),
        Arguments.of(LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.of(2026, 1, 1, 0, 1)),
        Arguments.of(new Timestamp(1_000), new Timestamp(1_001)));
  }

  @ParameterizedTest
  @MethodSource("different")
  void othersAreNot(Object one, Object other) {
    assertThat(CellHash.of(one)).isNotEqualTo(CellHash.of(other));
  }

  @Test
  void ofALongValueTheLengthAndBothEndsCount() {
    String text = "x".repeat(200_000);
    assertThat(CellHash.of(text)).isEqualTo(CellHash.of("x".repeat(200_000)));
    assertThat(CellHash.of(text)).isNotEqualTo(CellHash.of(text + "x"));
    assertThat(CellHash.of(text)).isNotEqualTo(CellHash.of("y" + text.substring(1)));
    assertThat(CellHash.of(text)).isNotEqualTo(CellHash.of(text.substring(1) + "y"));
    byte[] bytes = new byte[200_000];
    byte[] other = new byte[200_000];
    other[100_000] = 1;
    assertThat(CellHash.of(bytes)).isEqualTo(CellHash.of(other));
    other[199_999] = 1;
    assertThat(CellHash.of(bytes)).isNotEqualTo(CellHash.of(other));
  }

  @Test
  void nothingIsAskedOfAnObjectThatIsNotTheJdksOwn() {
    Object hostile =
        new Timestamp(0) {
          @Override
          public long getTime() {
            throw new AssertionError("asked");
          }

          @Override
          public int hashCode() {
            throw new AssertionError("asked");
          }
        };
    assertThat(CellHash.of(hostile)).isEqualTo(CellHash.OPAQUE);
    assertThat(CellHash.of(new ByteArrayInputStream(new byte[0]))).isEqualTo(CellHash.OPAQUE);
  }

  @Test
  void zerosAtTheEndOfAFractionDoNotCountInALooseText() {
    assertThat(CellHash.ofText("1.50")).isEqualTo(CellHash.ofText("1.5"));
    assertThat(CellHash.ofText("1.00")).isEqualTo(CellHash.ofText("1"));
    assertThat(CellHash.ofText("2026-01-01 00:00:00.0"))
        .isEqualTo(CellHash.ofText("2026-01-01 00:00:00"));
    assertThat(CellHash.ofText("100")).isNotEqualTo(CellHash.ofText("1"));
    assertThat(CellHash.ofText("a.00")).isNotEqualTo(CellHash.ofText("a"));
    assertThat(CellHash.ofText(".0")).isNotEqualTo(CellHash.ofText(""));
  }
}
