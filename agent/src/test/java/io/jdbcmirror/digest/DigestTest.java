package io.jdbcmirror.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a digest tells besides its text. */
@Timeout(20)
class DigestTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          select * from T => t
          select * from S.T, "U" as x, v w where a in (select b from z) => s.t U v z
          select * from a join b on a.x = f(b.y), c left join (d inner join e on 1 = 1) using (i) => a b c d e
          select * from a, lateral (select * from b where b.x = a.x) z, unnest(a.y), f(1) g => a b
          select extract(year from a), trim(both from b), substring(c from 2) from t => t
          select * from t where a is distinct from b => t
          select (select max(x) from u) from t t1 join t t2 on true for update of t1 => u t
          select * from (select * from a union all select * from b order by c, d) x order by e, f => a b
          insert into t (a, b) values (1, 2) => t
          insert into t (a, b) select c, d from u => t u
          insert into t with x as (select 1 from u) select * from x => t u
          update t set a = 1, b = 2 from u where c = 3 => t u
          update only s.t set a = (select max(t) from u t) => s.t u
          delete from t using u, v join w on true where a = 1 => t u v w
          merge into t using u on (t.a = u.a) when matched then update set b = 1 when not matched then insert (a, b) values (1, 2) => t u
          with x as (select * from a), y (c, d) as (select * from x) select * from x, y, b => a b
          with a as (select * from a) select * from a => a
          with recursive r as (select 1 union select * from r join e on true) select * from r => e
          with gone as (delete from a returning *) insert into b select * from gone => a b
          select * from (with x as (select * from a) select * from x) y, x => a x
          explain (analyze) select * from t => t
          explain analyze update t set a = 1 => t
          create table if not exists t (a int, b int) => t
          create table t as select * from u => t u
          create view v as with x as (select * from u) select * from x => u
          drop table if exists a, b cascade => a b
          alter table t add a int, add b int => t
          truncate table a, b => a b
          truncate t => t
          lock table a, b in share mode => a b
          table t => t
          copy t (a, b) from stdin => t
          grant select on table t to u => t
          revoke select on t from u =>
          select 1 =>
          show tables =>
          call p(1) =>
          select * from generate_series(1, 2) =>
          select a into b from c => b c
          select * from {oj a left outer join b on a.x = b.x} => a b
          select * from a; delete from b; update c set d = 1 => a b c
          select 'from x', "from y" from z -- from w => z
          select * from rows from (f(1), g(2)), t => t
          """)
  void namesTheTables(String sql, String tables) {
    assertThat(tables(sql, Dialect.POSTGRESQL)).isEqualTo(tables == null ? "" : tables);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          MYSQL => select straight_join * from `A`.`B` straight_join c use index (i, j), d => A.B c d
          MYSQL => insert ignore t set a = 1 => t
          MYSQL => replace into t values (replace(a, b, c)) => t
          MYSQL => delete a, b from t a join u b on a.x = b.x => t u
          MYSQL => update a, b set a.x = b.x => a b
          MYSQL => lock tables a read, b write => a b
          MYSQL => select insert(a, 1, 2, b), truncate(a, 2) from t into @v => t
          SQL_SERVER => update x set a = 1 from [dbo].[T] x with (nolock), db..u y => dbo.T db..u
          SQL_SERVER => select * from #tmp cross apply f(a) z outer apply (select * from u) v, @vars => #tmp u
          SQL_SERVER => with t as (select 1 a union all select a from t join u on 1 = 1) select * from t => u
          SQL_SERVER => insert t with (tablock) (a) values (1) => t
          ORACLE => insert all into a values (1) into b values (2) select * from dual => a b dual
          ORACLE => begin select x into v from t; delete u where a = 1; end; => t u
          ORACLE => select * from t@link, table(f(x)) => t@link
          H2 => select * from final table (insert into t values (1)) => t
          H2 => merge into t key (id) values (1, 2) => t
          DB2 => select * from new table (update t set a = 1) => t
          SQLITE => insert or replace into "T" values (1) => T
          """)
  void namesTheTablesOfADialect(Dialect dialect, String sql, String tables) {
    assertThat(tables(sql, dialect)).isEqualTo(tables);
  }

  @Test
  void namesOneHundredTables() {
    String names = IntStream.range(0, 200).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));
    assertThat(Digest.of("select * from " + names, Dialect.H2).tables())
        .hasSize(100)
        .startsWith("t0", "t1")
        .endsWith("t99");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          select 1 => SELECT
          /* c */ ( select 1 ) => SELECT
          Insert into t values (1) => INSERT
          with x as (select 1) update t set a = 1 => UPDATE
          with x as (select 1), y as (delete from t) select * from x => SELECT
          {call p(?)} => CALL
          {? = call p(?)} => CALL
          explain select 1 => EXPLAIN
          with => WITH
          'x' =>
          """)
  void hasAVerb(String sql, String verb) {
    assertThat(Digest.of(sql, Dialect.POSTGRESQL).verb()).isEqualTo(verb == null ? "" : verb);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          select * from t order by a => true
          (select * from t order by a) => true
          (select * from t order by a) union (select * from u order by b) => false
          select * from t union select * from u order by 1 => true
          select * from (select * from t order by a) x => false
          select row_number() over (order by a) from t => false
          select string_agg(a, ',' order by b), listagg(a) within group (order by b) from t => false
          select * from t order siblings by a => true
          select * from t group by a order by null => false
          with x as (select * from t order by a) select * from x => false
          select * from t order by a; select * from t => false
          select * from t => false
          """)
  void isOrderedByItsOutermostQuery(String sql, boolean ordered) {
    assertThat(Digest.of(sql, Dialect.ORACLE).isOrdered()).isEqualTo(ordered);
  }

  private static String tables(String sql, Dialect dialect) {
    return String.join(" ", Digest.of(sql, dialect).tables());
  }
}
