package io.jdbcmirror.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.digest.Nondeterminism.When;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The word by which a statement answers otherwise elsewhere, or at another moment. */
class NondeterminismTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          POSTGRESQL => select NOW () => now
          POSTGRESQL => select pg_catalog.clock_timestamp() => clock_timestamp
          POSTGRESQL => select current_timestamp(3) => current_timestamp
          POSTGRESQL => insert into t values (gen_random_uuid(), 1), (gen_random_uuid(), 2) => gen_random_uuid
          POSTGRESQL => select nextval('s') => nextval
          POSTGRESQL => select t.xmin, ctid from t => xmin
          POSTGRESQL => select user => user
          POSTGRESQL => select array_agg(a) from t => array_agg
          POSTGRESQL => select string_agg(a, ',' order by a), "now"() from t => now
          POSTGRESQL => select * from t limit 5 => limit
          POSTGRESQL => select * from t fetch first 5 rows only => fetch
          POSTGRESQL => (select * from t order by a) union select * from u limit 5 => limit
          POSTGRESQL => select * from t limit 5; select * from t order by a => limit
          POSTGRESQL => select * from t tablesample system (1) => tablesample
          MYSQL => select unix_timestamp() => unix_timestamp
          MYSQL => select a from t where b = last_insert_id() => last_insert_id
          MYSQL => select @@server_id => @@server_id
          MYSQL => update t set a = 1 limit 5 => limit
          MARIADB => select next value for s => next value for
          H2 => insert into t values (s.nextval) => nextval
          HSQLDB => select * from t where rownum < 5 => rownum
          DERBY => values current date => current date
          DB2 => values previous value for s => previous value for
          DB2 => select current timestamp from sysibm.sysdummy1 => current timestamp
          SQLITE => select date('now', '-1 day') => date
          SQLITE => select strftime('%s', 'now') => strftime
          SQLITE => select t.rowid from t => rowid
          ORACLE => select sysdate from dual => sysdate
          ORACLE => select dbms_random.value(1, 2) from dual => dbms_random
          ORACLE => select listagg(a) within group (order by a), sys_guid() from t => sys_guid
          SQL_SERVER => select top (5) * from t => top
          SQL_SERVER => select distinct top 5 a from t => top
          SQL_SERVER => insert into t values (newid()) => newid
          SQL_SERVER => select @@identity => @@identity
          OTHER => select localtime => localtime
          """)
  void isFound(Dialect dialect, String sql, String word) {
    assertThat(Digest.of(sql, dialect).nondeterminism()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          POSTGRESQL => select now, random from t
          POSTGRESQL => select 'now()' -- random()
          POSTGRESQL => select t.user, t.current_date from t
          POSTGRESQL => select * from t order by a limit 5
          POSTGRESQL => select * from t where a = (select a from u limit 1)
          POSTGRESQL => select string_agg(a, ',' order by a) from t
          POSTGRESQL => update t set a = 1 where current of c
          POSTGRESQL => fetch next from c
          MYSQL => select user, uuid from t
          MYSQL => select unix_timestamp(a) from t
          MYSQL => set @a = 1
          H2 => select a, limit_a from t
          SQLITE => select date(a, '+1 day'), strftime('%Y', a) from t
          ORACLE => select listagg(a) within group (order by a) from t
          SQL_SERVER => select top from t
          DB2 => select current from t
          """)
  void isNotFound(Dialect dialect, String sql) {
    assertThat(Digest.of(sql, dialect).nondeterminism()).isNull();
  }

  /** Each word of the table, as its kind is written. */
  @ParameterizedTest
  @EnumSource
  void ofTheWholeTable(Dialect dialect) {
    for (Map.Entry<String, When> each : Nondeterminism.of(dialect).entrySet()) {
      boolean bare = each.getValue() == When.WORD || each.getValue() == When.COLUMN;
      String sql = "select a, " + each.getKey() + (bare ? "" : "('x')") + " from t";
      String word = each.getKey().toLowerCase(java.util.Locale.ROOT);
      assertThat(Digest.of(sql, dialect).nondeterminism()).as(sql).isEqualTo(word);
    }
  }

  @Test
  void theTablesWordsAreUpperCaseAndItsDialectsExist() {
    for (String[] row : Nondeterminism.TABLE) {
      assertThat(row).hasSize(4);
      assertThat(row[2]).matches("[A-Z0-9_ ]+");
      for (String name : row[0].split(" ")) {
        assertThat(name.isEmpty() ? Dialect.OTHER : Dialect.valueOf(name)).isNotNull();
      }
    }
  }
}
