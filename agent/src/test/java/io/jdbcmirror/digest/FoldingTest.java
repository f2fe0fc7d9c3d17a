package io.jdbcmirror.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a statement's text, dialect by dialect: SQL => digest. */
@Timeout(20)
class FoldingTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          SELECT  *  FROM t WHERE a = 'x' => select * from t where a = ?
          select * from t where a = 'it''s' and b = '' => select * from t where a = ? and b = ?
          select * from t where a = 5 and b=-5 and c = +.5e-3 => select * from t where a = ? and b = ? and c = ?
          select a-5, a - 5, a -5, -a, (-5), 3-2 from t => select a - ?, a - ?, a - ?, - a, (?), ? - ? from t
          select 1.5, 1., 1e10, 1.5E+3, 0x1F, 1_000, N'x', X'1F', b'01' from t => select ?, ?, ?, ?, ?, ?, ?, ?, ? from t
          select * from t where a between -1 and -2 limit 10 => select * from t where a between ? and ? limit ?
          select case when a then -1 else -2 end - 3 => select case when a then ? else ? end - ?
          select current_date - 5 => select current_date - ?
          select count ( * ), lower (a) from "T" . "B" => select count(*), lower(a) from "T"."B"
          select a.b , c . d from s.t where ( a.b=1 ) => select a.b, c.d from s.t where (a.b = ?)
          select "Name", "a""b" from "My Table" => select "Name", "a""b" from "My Table"
          select 1; => select ?
          ;select 1 ; ; => select ?
          insert into a values (1); ; insert into b values (2) => insert into a values (...); insert into b values (...)
          select /* who */ 1 -- asks => select ?
          select /*+ index(t i) */ a from t => select a from t
          select null, true, FALSE from t where a is null and b = true => select null, true, false from t where a is null and b = true
          select date '2020-01-01', TIMESTAMP '2020-01-01 00:00:00', interval '1' day => select date ?, timestamp ?, interval ? day
          select {d '2020-01-01'}, {ts '2020-01-01 00:00:00'}, {fn now()} => select {d ?}, {ts ?}, {fn now()}
          {? = call f(?, 'x')} => {? = call f(?, ?)}
          select * from t where a = ? and b = :name => select * from t where a = ? and b = ?
          select * from t where a in (1, 2, 3) => select * from t where a in (...)
          select * from t where a NOT IN(?,?) => select * from t where a not in (...)
          select * from t where a in (?) => select * from t where a in (...)
          select * from t where a in (-1, null, 'x') => select * from t where a in (...)
          select * from t where (a, b) in ((1, 2), (3, 4)) => select * from t where (a, b) in (...)
          select * from t where a in (lower('x'), lower('y'), upper('z')) => select * from t where a in (lower(?), upper(?))
          select * from t where a in (cast(? as int), cast(? as int)) => select * from t where a in (cast(? as int))
          select * from t where a in (b, b) => select * from t where a in (b, b)
          select * from t where a in (select b, b from u where c in (1,2)) => select * from t where a in (select b, b from u where c in (...))
          insert into t (a, b) values (1, 'x') => insert into t(a, b) values (...)
          insert into t (a, b) values (1, 'x'), (?, null) , (3, 'z') => insert into t(a, b) values (...)
          insert into t values (now(), 1), (now(), 2), (now(), now()) => insert into t values (now(), ?), (now(), now())
          insert into t values (default, 1), (default, 2) => insert into t values (default, ?)
          insert into t values (f(1), f(1)) => insert into t values (f(?), f(?))
          insert into t values () => insert into t values ()
          update t set a = a + 1, b = 'x' where c = 1 => update t set a = a + ?, b = ? where c = ?
          create table t (a varchar(20) default -1) => create table t(a varchar(?) default ?)
          select 'a' 'b' from t => select ? from t
          select * from t where a<=5 and b<>-5 and c!=5 => select * from t where a <= ? and b <> ? and c != ?
          select a as b from t order by 2 desc nulls last => select a as b from t order by ? desc nulls last
          select straße, ÄÖÜ from Größe => select straße, äöü from größe
          """)
  void inEveryDialect(String sql, String digest) {
    for (Dialect dialect :
        new Dialect[] {
          Dialect.H2, Dialect.HSQLDB, Dialect.DERBY, Dialect.ORACLE, Dialect.DB2, Dialect.SQL_SERVER
        }) {
      assertThat(Digest.of(sql, dialect).text()).as(dialect.name()).isEqualTo(digest);
    }
    String ofPostgres = Digest.of(sql, Dialect.POSTGRESQL).text();
    assertThat(ofPostgres).isEqualTo(digest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          select E'it\\'s', e'\\\\', U&'d\\0061t' => select ?, ?, ?
          select $$it's$$, $tag$ a $$ b $tag$, $1 => select ?, ?, ?
          select a::text, '5'::int, $1 :: jsonb from t => select a::text, ?::int, ?::jsonb from t
          select a->'b'->>'c', a #>> '{x}', a#5, a @> '{}', a<@b => select a -> ? ->> ?, a #>> ?, a # ?, a @> ?, a <@ b
          select a ?? 'k', a ??| array['x', 'y'], a ?& b, a @?? '$.x' => select a ?? ?, a ??| array[...], a ?& b, a @?? ?
          select a ? 'k' from t where b=? => select a ? ? from t where b = ?
          select * from t where a=-5 and b@-5 and c*-5 > 1 => select * from t where a = ? and b @- ? and c * ? > ?
          select array[1,2], array[[1,2],[3]], array[a, 1] => select array[...], array[...], array[a, ?]
          select * from t where a = any(array[1,2,3]) => select * from t where a = any (array[...])
          select * from t where a = any('{1,2}'::int[]) => select * from t where a = any (?::int[])
          select a[1], a[1:2] from t => select a[?], a[? : ?] from t
          select * from t where a in ('x'::mood, 'y'::mood) => select * from t where a in (?::mood)
          insert into t values (1, '{}'::jsonb), (2, '[]'::jsonb) => insert into t values (?, ?::jsonb)
          select jsonb '{"a": 1}', interval '1 day', timestamp with time zone '2020-01-01' => select jsonb ?, interval ?, timestamp with time zone ?
          select a ~ '^x', a !~* 'y', a ~~ 'z' from t => select a ~ ?, a !~* ?, a ~~ ? from t
          select 1 /* outer /* inner 'x' */ 5 */ from t => select ? from t
          select 2*/* secret */3 => select ? * ?
          select "SELECT ''" => select ?
          """)
  void ofPostgreSql(String sql, String digest) {
    assertThat(Digest.of(sql, Dialect.POSTGRESQL).text()).isEqualTo(digest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          select 'it\\'s', "it\\"s", "a""b" => select ?, ?, ?
          select _utf8'x', _utf8mb4 'x' collate utf8mb4_bin, n'x' => select ?, ? collate utf8mb4_bin, ?
          select `A B`, `t`.`Id` from `T` => select `A B`, `t`.`Id` from `T`
          select /*! straight_join */ a from t => select straight_join a from t
          select /*!50000 1 + */ 2 => select ? + ?
          select a # it's a comment => select a
          select 5--3, 5 -- 3 => select ? - ?, ?
          select a /* not /* nested */ from t => select a from t
          select * from 2020_sales where a1 = 0x1F and b = 0b01 => select * from 2020_sales where a1 = ? and b = ?
          select @a, @@version, @a := 5 => select @a, @@version, @a := ?
          insert into t value (1, 2), (3, 4) on duplicate key update a = values(a), b = values(b) => insert into t value(...) on duplicate key update a = values (a), b = values (b)
          create user 'u'@'%' identified by 'pw' => create user ? @ ? identified by ?
          select date_add(a, interval -5 day) => select date_add(a, interval ? day)
          select a->'$.x', a->>"$.y" from t => select a -> ?, a ->> ? from t
          """)
  void ofMySqlAndMariaDb(String sql, String digest) {
    assertThat(Digest.of(sql, Dialect.MYSQL).text()).isEqualTo(digest);
    assertThat(Digest.of(sql, Dialect.MARIADB).text()).isEqualTo(digest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '§',
      textBlock =
          """
          ORACLE => select q'[it's]', nq'{a'}b}', Q'!x!' from dual => select ?, ?, ? from dual
          ORACLE => select * from t@link where a = :1 and b = :name => select * from t@link where a = ? and b = ?
          ORACLE => select s.nextval, v$session.sid, a# from t => select s.nextval, v$session.sid, a# from t
          ORACLE => begin a := 5; p(:x); end; => begin a := ?; p(?); end
          ORACLE => for i in 1..5 => for i in ?..?
          ORACLE => alter user u identified by Tiger7 account unlock => alter user u identified by ? account unlock
          SQL_SERVER => select [My Col], [a]]b], "C" from [dbo].[T] => select [My Col], [a]]b], "C" from [dbo].[T]
          SQL_SERVER => select top 5 a from #tmp where b = @p and c = $12.50 => select top ? a from #tmp where b = @p and c = ?
          SQL_SERVER => exec p @a = 1, @b = N'x' => exec p @a = ?, @b = ?
          SQLITE => select [a b], `c`, t."d" from "t" where e = ?1 and f = :f and g = @g and h = $h => select [a b], `c`, t."d" from "t" where e = ? and f = ? and g = ? and h = ?
          SQLITE => select * from t where a = "bob" => select * from t where a = ?
          SQLITE => insert into "t" ("a", "b") values ("x", 1) => insert into "t"("a", "b") values (...)
          SQLITE => update "t" set "a" = "x", "b" = 'y' where "c" = 1 => update "t" set "a" = ?, "b" = ? where ? = ?
          OTHER => select "bob" from "t" where "t"."a" = 1 => select ? from "t" where "t"."a" = ?
          H2 => select a||'x'||-5 from t => select a || ? || ? from t
          H2 => select ?1, ?2, $$it's$$ => select ?, ?, ?
          HSQLDB => select U&'\\0041', array[1, 2] from t => select ?, array[...] from t
          DB2 => select GX'0041', current date from sysibm.sysdummy1 => select ?, current date from sysibm.sysdummy1
          DERBY => select a, X'00' from t fetch first 5 rows only => select a, ? from t fetch first ? rows only
          """)
  void ofTheOthers(Dialect dialect, String sql, String digest) {
    assertThat(Digest.of(sql, dialect).text()).isEqualTo(digest);
  }
}
