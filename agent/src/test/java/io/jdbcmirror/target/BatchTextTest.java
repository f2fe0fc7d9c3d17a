package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values (?, ?)",
        "INSERT INTO shop.\"T\" (id, v)\n VALUES (?, 'x')",
        "update t set v = ? where id = ?",
        "UPDATE t SET v = coalesce(?, v) WHERE id IN (?, ?)",
        "delete from t where id = ?"
      })
  void certain(String sql) {
    assertThat(BatchText.isCertain(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values (nextval('s'), ?)",
        "insert into t (id, at) values (?, current_timestamp)",
        "insert into t (id, v) values (?, default)",
        "insert into t (id, v) values (?, ?) returning id",
        "insert into t (id) values (?) on conflict do nothing",
        "insert into t select * from s where id = ?",
        "update t set at = now() where id = ?",
        "update t set n = next value for s where id = ?",
        "update t set v = taken(?) where id = ?",
        "update t set v = default where id = ?",
        "update t set v = ? where id = ?; delete from t",
        "update t set v = @n := ?",
        "delete from t where id = ? returning id",
        "with d as (delete from t) delete from s where id = ?",
        "merge into t using s on t.id = s.id when matched then delete",
        "call p(?)",
        "select ?"
      })
  void notCertain(String sql) {
    assertThat(BatchText.isCertain(sql)).isFalse();
  }
}
