package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsertParserTest {
  private static InsertText parse(String sql) {
    return InsertParser.parse(sql, Vendor.POSTGRESQL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert into t values (1) | t",
        "/* hint */ INSERT INTO shop.\"Order x\" (a) values (?) | shop.\"Order x\"",
        "insert into \"s\" . t as x (a) values (?) | \"s\" . t",
        "insert ignore into t values (1) | t",
        "insert t (a) values (1) | t",
        "replace into t values (1) | t",
      })
  void findsTheTable(String sql, String table) {
    assertThat(parse(sql).table()).isEqualTo(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update t set a = 1",
        "with x as (select 1) insert into t select * from x",
        "insert into (select * from t) values (1)",
        "merge into t key (a) values (1)",
        ""
      })
  void givesUpOnWhatIsWrittenInAnotherWay(String sql) {
    assertThat(parse(sql)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert into t (a, b) values (1, f(2, (3)))                          | 1",
        "insert into t (a) values (1), ('),('), (3) on conflict do nothing   | 3",
        "insert into t default values                                        | 1",
        "insert into t (a) overriding system value values (1)                | 1",
        "insert into t (a) select a from u                                   | 0",
        "insert into t (select a from u)                                     | 0",
        "insert into t values                                                | 0",
      })
  void countsTheRows(String sql, int rows) {
    assertThat(parse(sql).tuples()).isEqualTo(rows);
  }

  @Test
  void knowsWhichColumnsTheDatabaseMakes() {
    assertThat(parse("insert into t (a, b) values (?, ?)").leavesOut("id", 1)).isTrue();
    assertThat(parse("insert into t (ID, a) values (?, ?)").leavesOut("id", 1)).isFalse();
    assertThat(parse("insert into t (a, id) values (?, default)").leavesOut("id", 1)).isTrue();
    assertThat(parse("insert into t values (null, ?), (null, 'default')").leavesOut("id", 1))
        .isTrue();
    assertThat(parse("insert into t values (null, ?), (7, ?)").leavesOut("id", 1)).isFalse();
    assertThat(parse("insert into t values (nullif(1, 1), ?)").leavesOut("id", 1)).isFalse();
    assertThat(parse("insert into t default values").leavesOut("id", 1)).isTrue();
    assertThat(parse("insert into t (select 1)").leavesOut("id", 1)).isTrue();
    assertThat(parse("insert into t select 1").leavesOut("id", 1)).isFalse();
  }

  @Test
  void readsWhatIsReturned() {
    assertThat(
            parse("insert into t (a) values (f(returning)) returning id, \"B\", c + 1, *;")
                .returning())
        .containsExactly("ID", "B", "", "*");
    assertThat(parse("insert into t (a) values (1) returning id as key").returning())
        .containsExactly("");
    assertThat(parse("insert into t (a) values (1)").returning()).isEmpty();
  }

  @Test
  void readsWhatIsSelectedOfAFinalTable() {
    InsertText insert =
        parse(
            "select name, id, f(a from b), t.id from final table (insert into t (a) values (1)) x;");
    assertThat(insert.table()).isEqualTo("t");
    assertThat(insert.tuples()).isOne();
    assertThat(insert.returning()).containsExactly("NAME", "ID", "", "");
    assertThat(parse("select * from final table (insert into t default values)").returning())
        .containsExactly("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id from final table (insert into t (a) values (1), (2)) order by id desc",
        "select id from final table (insert into t (a) values (1)) where id > 7",
        "select id from final table (insert into t (a) select 1)",
        "select id from final table (merge into t key (a) values (1))",
        "select id from final table (insert into t (a) values (1) on conflict do nothing)",
        "select id from old table (delete from t)",
        "select id from t",
        "select id from",
      })
  void givesUpOnAFinalTableWhoseRowsAreNotThoseOfTheInsert(String sql) {
    assertThat(parse(sql)).isNull();
  }
}
