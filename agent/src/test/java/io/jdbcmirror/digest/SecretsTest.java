package io.jdbcmirror.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No literal is ever in a digest, not even of a text that no database would take. */
@Timeout(20)
class SecretsTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          H2 => insert into t values ('it's secret') => insert ?
          H2 => insert into t values ('a', 'secret => insert ?
          H2 => select * from t where a = 'x' or b = 'rock 'n' secret' => select ?
          H2 => select 'a ' secret ' b' from t => select ?
          H2 => select "a, 'secret' from t where b = "c" => select ?
          H2 => select "a 'secret' b" from t => select ? from t
          H2 => select "unterminated secret => select ?
          H2 => select a /* secret => select a
          POSTGRESQL => select a, $tag$ secret $tog$ => select ?
          POSTGRESQL => select 'it\\'s secret', 'b' => select ?
          MYSQL => insert into t values ('C:\\', 'secret', 'b') => insert ?
          MYSQL => insert into t values ("it"s secret") => insert ?
          ORACLE => select q'[secret]s secret]' from dual => select ? from dual
          ORACLE => alter user u identified by "Secret" => alter user u identified by ?
          H2 => select * from t where a = my secret' and b = 'x' => select ?
          H2 => secret' => ?
          SQL_SERVER => select [a 'secret' from t => select ?
          """)
  void isLeftOfABrokenText(Dialect dialect, String sql, String text) {
    Digest digest = Digest.of(sql, dialect);
    assertThat(digest.text()).isEqualTo(text).doesNotContainIgnoringCase("secret");
    assertThat(digest.tables().toString()).doesNotContainIgnoringCase("secret");
  }

  /** Quotes close to words are no sign of a stray one where these are keywords. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a from t where b='x'and c in('y')or d like'z'order by e",
        "select case when a then 'x'else'y'end from t",
        "select date'2020-01-01' + interval'1'day, 'x'as y from t where z = 'x'",
        "select 'x' y, 'z' w from t where a = 'b' collate \"C\" and c > 'd'",
        "select a from t where b = 'x' and \"C\"='y'",
        "select group_concat(a separator 'x'), 'y' escape 'z' from t",
        "create function f() returns int as 'select 1' language 'sql'",
        "create table t (a varchar(5) default 'x' comment 'y')",
        "select timestamp '2020-01-01' at time zone 'UTC', 'x' similar to 'y' escape 'z'",
        "select \"A\"as b, \"c\"from t"
      })
  void exceptInTextsThatAreWhole(String sql) {
    for (Dialect dialect : new Dialect[] {Dialect.H2, Dialect.POSTGRESQL, Dialect.ORACLE}) {
      Digest digest = Digest.of(sql, dialect);
      assertThat(digest.text().length()).as(digest.text()).isGreaterThan(sql.length() / 2);
    }
  }
}
