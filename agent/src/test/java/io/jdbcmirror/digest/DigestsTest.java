package io.jdbcmirror.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Digests are kept by number and by the length of their texts. */
class DigestsTest {
  private final Digests digests = new Digests(Dialect.H2, 100, 8_000);

  @Test
  void aTextIsReadOnce() {
    assertThat(digests.of("select 1")).isSameAs(digests.of(new String("select 1")));
    assertThat(digests.of("select 2").id()).isEqualTo(digests.of("select 1").id());
  }

  @Test
  void theOneUsedLongestAgoGivesWay() {
    Digest first = digests.of("select 0");
    Digest second = digests.of("select 1");
    for (int i = 2; i < 100; i++) {
      digests.of("select " + i);
    }
    assertThat(digests.of("select 0")).isSameAs(first);
    digests.of("select 100");
    assertThat(digests.of("select 0")).isSameAs(first);
    assertThat(digests.of("select 1")).isNotSameAs(second);
  }

  @Test
  void manyTextsStayWithinTheBounds() {
    for (int i = 0; i < 200_000; i++) {
      digests.of("select " + i);
    }
    assertThat(digests.texts()).isEqualTo(100);
    assertThat(digests.characters()).isBetween(1_000L, 8_000L);
  }

  @Test
  void longTextsStayWithinTheBoundOfCharacters() {
    String blanks = String.join("", Collections.nCopies(900, " "));
    for (int i = 0; i < 100; i++) {
      digests.of("select" + blanks + i);
      assertThat(digests.characters()).isLessThanOrEqualTo(8_000);
    }
    assertThat(digests.texts()).isBetween(5, 10);
  }

  @Test
  void aTextOfAnEighthOfTheRoomIsNotKept() {
    String text = "select " + String.join("", Collections.nCopies(1_000, "1"));
    assertThat(digests.of(text)).isNotSameAs(digests.of(text));
    assertThat(digests.of(text).text()).isEqualTo("select ?");
    assertThat(digests.texts()).isZero();
    assertThat(digests.characters()).isZero();
  }

  @Test
  void aDigestLongerThanTheRoomIsNotKept() {
    Digests small = new Digests(Dialect.H2, 100, 80);
    assertThat(small.of("(a,b,c)").text()).isEqualTo("(a, b, c)");
    assertThat(small.texts()).isEqualTo(1);
    for (int i = 0; i < 20; i++) {
      small.of("(a,b,c" + i + ")");
      assertThat(small.characters()).isLessThanOrEqualTo(80);
    }
  }
}
