package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.StatementText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementEffectTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from t where a in (1, 2)",
        "SELECT count(*), max(a) FROM t",
        "  (select 1)",
        "VALUES (1)",
        "SHOW search_path",
        "explain select 1"
      })
  void pureReadLeavesNothing(String sql) {
    assertThat(StatementEffect.mayStand(request(sql), true, "jdbc:postgresql:d")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values (1)",
        "select nextval('s')",
        "select f(1)",
        "select \"f\"(1)",
        "select a from t for update",
        "select 1 into t",
        "select 1; delete from t",
        "explain analyze delete from t",
        "with x as (delete from t returning a) select a from x",
        "select * from final table (insert into t values (1))",
        "/*!50000 delete from t */",
        "-- comment\nselect 1",
        ""
      })
  void anythingElseMayStand(String sql) {
    assertThat(StatementEffect.mayStand(request(sql), true, "jdbc:postgresql:d")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"create table t (a int)", "truncate table t", "call p()", "lock tables t"})
  void whatCommitsItselfMayStandWhereDdlIsNotTransactional(String sql) {
    assertThat(StatementEffect.mayStand(request(sql), false, "jdbc:mysql://h/d")).isTrue();
    assertThat(StatementEffect.mayStand(request(sql), false, "jdbc:postgresql:d")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"insert into t values (1)", "UPDATE t SET a = 1", "select f(1)"})
  void insideATransactionOrdinaryStatementsDoNotStand(String sql) {
    assertThat(StatementEffect.mayStand(request(sql), false, "jdbc:mysql://h/d")).isFalse();
  }

  private static Request request(String sql) {
    return Request.of(new StatementText(StatementText.Form.PLAIN, sql, null), Request.Call.EXECUTE)
        .build();
  }
}
