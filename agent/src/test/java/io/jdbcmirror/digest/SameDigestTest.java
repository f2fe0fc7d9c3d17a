package io.jdbcmirror.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes another digest, and what does not. */
class SameDigestTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          select * from t where a = 5 => SELECT  * FROM T WHERE A='x'
          select * from t where a = -5 => select * from t where a = :a
          select * from t where a = - 5 => select * from t where a=+5
          select * from t where a in (1) => select * from t where a in (1, 2, 3)
          select count(*) from t => select count ( * ) from t
          select a from t => select a/* x */from t -- y
          select a from t => select a from t;
          insert into t values (1, 2) => insert into t values (?, ?), (?, null)
          select a from t where b = 'x' => select a from t where b = U&'x' 'y'
          """)
  void ofWhatDiffersInValuesBlanksAndCaseAlone(String one, String other) {
    assertThat(id(one)).isEqualTo(id(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          select a from t => select b from t
          select a from t => select "A" from t
          select a from "t" => select a from "T"
          select a - 5 => select a + 5
          select a - 5 => select - a
          select a - 5 => select a, 5
          select a < 5 => select a <= 5
          select f(1, 1) => select f(1)
          select (1, 1) => select (1)
          select * from t where a is null => select * from t where a = 1
          select * from t where a = true => select * from t where a = false
          insert into t values (f(1), 1) => insert into t values (1, f(1))
          insert into t values (now()), (now()) => insert into t values (now()), (later())
          select * from t where a in (b, c) => select * from t where a in (c, b)
          select * from t where a in (b, b) => select * from t where a in (b)
          select 1; select 2 => select 1 select 2
          """)
  void notOfWhatDiffersOtherwise(String one, String other) {
    assertThat(id(one)).isNotEqualTo(id(other));
  }

  /** The same on every Java, in every run: links and files have it. */
  @Test
  void theIdentifierIsTheHashOfTheFoldedText() {
    assertThat(id("SELECT * FROM orders WHERE id = 7")).isEqualTo("ee5e5f21958aa364");
    assertThat(id("select * from größe")).isEqualTo("86df5c72e15aee16");
    assertThat(id("")).isEqualTo("cbf29ce484222325");
  }

  @Test
  void theTextIsCutAndTheIdentifierIsThatOfTheWhole() {
    StringBuilder sql = new StringBuilder("select a0");
    for (int i = 1; i < 3_000; i++) {
      sql.append(", \"a column ").append(i).append('"');
    }
    Digest one = Digest.of(sql + " from t", Dialect.POSTGRESQL);
    Digest other = Digest.of(sql + " from u", Dialect.POSTGRESQL);
    assertThat(one.text())
        .isEqualTo(other.text())
        .hasSizeBetween(FoldedText.MAX_LENGTH - 20, FoldedText.MAX_LENGTH)
        .endsWith(", …");
    assertThat(one.id()).isNotEqualTo(other.id());
    assertThat(one.tables()).containsExactly("t");
    assertThat(Digest.of(one.text(), Dialect.POSTGRESQL).text()).isEqualTo(one.text());
  }

  private static String id(String sql) {
    return Digest.of(sql, Dialect.POSTGRESQL).id();
  }
}
