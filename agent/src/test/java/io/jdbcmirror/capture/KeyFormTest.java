package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.StatementText;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyFormTest {
  private static KeyForm form(String sql, @Nullable Object keys) {
    return KeyForm.of(
        new StatementText(StatementText.Form.PREPARED, sql, keys), SourceVendor.POSTGRESQL);
  }

  @Test
  void anInsertIsAskedForItsKeysInThreeForms() {
    String insert = "insert into t (a) values (?)";
    assertThat(form(insert, Statement.RETURN_GENERATED_KEYS)).isEqualTo(KeyForm.ASKED);
    assertThat(form(insert, new int[] {1})).isEqualTo(KeyForm.ASKED);
    assertThat(form(insert, new String[] {"id"})).isEqualTo(KeyForm.ASKED);
    assertThat(form(insert, Statement.NO_GENERATED_KEYS)).isEqualTo(KeyForm.NONE);
    assertThat(form(insert, new int[0])).isEqualTo(KeyForm.NONE);
    assertThat(form(insert, new String[0])).isEqualTo(KeyForm.NONE);
    assertThat(form(insert, null)).isEqualTo(KeyForm.NONE);
  }

  @Test
  void anInsertReturnsItsKeys() {
    assertThat(form("insert into t (a) values (?) Returning id", null)).isEqualTo(KeyForm.RETURNED);
    assertThat(form("insert into t (a) values ('returning')", null)).isEqualTo(KeyForm.NONE);
  }

  @Test
  void aFinalTableReturnsTheKeysOfItsInsert() {
    String select = "select id from final table (insert into t (a) values (?))";
    assertThat(form(select, null)).isEqualTo(KeyForm.RETURNED);
    assertThat(form(select, Statement.RETURN_GENERATED_KEYS)).isEqualTo(KeyForm.NONE);
    assertThat(form("select * From Final Table(merge into t values (1))", null))
        .isEqualTo(KeyForm.RETURNED);
    assertThat(form("select id from final table (update t set a = 1)", null))
        .isEqualTo(KeyForm.NONE);
    assertThat(form("select final, t.table, (insert) from t", null)).isEqualTo(KeyForm.NONE);
    assertThat(form("select 'final table (insert into t)'", null)).isEqualTo(KeyForm.NONE);
  }

  @Test
  void whatIsNoInsertMakesNoKeys() {
    assertThat(form("update t set a = 1 returning id", null)).isEqualTo(KeyForm.NONE);
    assertThat(form("delete from t", Statement.RETURN_GENERATED_KEYS)).isEqualTo(KeyForm.NONE);
    assertThat(form("", Statement.RETURN_GENERATED_KEYS)).isEqualTo(KeyForm.NONE);
  }
}
