package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.StatementText;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A column that is taken for the key and is none would hang rows on the wrong parent. */
class KeyMatchTest {
  private static final String INSERT = "insert into t (name) values (?)";
  private static final KeyColumn SECOND = new KeyColumn("public", "t", "id", 2, false);
  private static final KeyColumn FIRST = new KeyColumn("public", "t", "id", 1, true);
  private static final KeyColumn BEHIND_PLAIN = new KeyColumn("public", "t", "id", 2, true);

  private static long @Nullable [] match(
      Vendor source, KeyColumn column, String sql, @Nullable Object asked, Object... read) {
    Map<Object, Long> row = new LinkedHashMap<>();
    for (int i = 0; i < read.length; i++) {
      row.put(read[i], 10L + i);
    }
    StatementText text = new StatementText(StatementText.Form.PREPARED, sql, asked);
    Request request = Request.of(text, Request.Call.EXECUTE_UPDATE).build();
    InsertText insert = InsertParser.parse(sql, Vendor.POSTGRESQL);
    return new KeyMatch(source, column, insert, request).values(List.of(row));
  }

  private static long @Nullable [] asked(Vendor source, KeyColumn column, Object... read) {
    return match(source, column, INSERT, Statement.RETURN_GENERATED_KEYS, read);
  }

  @Test
  void aLabelIsTheColumnsName() {
    assertThat(asked(Vendor.H2, SECOND, "ID")).containsExactly(10);
    assertThat(asked(Vendor.H2, SECOND, "version", "id")).containsExactly(11);
    assertThat(asked(Vendor.H2, SECOND, "version")).isNull();
  }

  @Test
  void anIndexIsTheColumnsPositionWhereAllColumnsCome() {
    assertThat(asked(Vendor.POSTGRESQL, SECOND, 2)).containsExactly(10);
    assertThat(asked(Vendor.POSTGRESQL, SECOND, 1)).isNull();
  }

  @Test
  void theFirstOfSomeColumnsIsCertainOnlyWhereNoColumnBeforeItIsMade() {
    assertThat(asked(Vendor.H2, FIRST, 1)).containsExactly(10);
    assertThat(asked(Vendor.H2, BEHIND_PLAIN, 1)).containsExactly(10);
    assertThat(asked(Vendor.ORACLE, BEHIND_PLAIN, 1)).isNull();
    assertThat(asked(Vendor.H2, SECOND, 1)).isNull();
    assertThat(asked(Vendor.H2, SECOND, 2)).isNull();
  }

  @Test
  void theOnlyColumnIsTheKeyWhateverItIsCalled() {
    assertThat(asked(Vendor.MARIADB, SECOND, "insert_id")).containsExactly(10);
    assertThat(asked(Vendor.MARIADB, SECOND, 1)).containsExactly(10);
  }

  @Test
  void whatWasAskedForByNameOrPositionComesInThatOrder() {
    Object names = new String[] {"version", "ID"};
    assertThat(match(Vendor.H2, SECOND, INSERT, names, 2)).containsExactly(10);
    assertThat(match(Vendor.H2, SECOND, INSERT, names, 1)).isNull();
    assertThat(match(Vendor.H2, SECOND, INSERT, names, 3)).isNull();
    assertThat(match(Vendor.HSQLDB, SECOND, INSERT, names, 1)).isNull();
    assertThat(match(Vendor.HSQLDB, SECOND, INSERT, names, 2)).containsExactly(10);
    Object positions = new int[] {2};
    assertThat(match(Vendor.H2, SECOND, INSERT, positions, 1)).containsExactly(10);
    assertThat(match(Vendor.H2, FIRST, INSERT, positions, 1)).isNull();
  }

  @Test
  void whatAnInsertReturnsComesInItsOrder() {
    String some = INSERT + " returning name, id, 7 as seven";
    assertThat(match(Vendor.POSTGRESQL, FIRST, some, null, 2)).containsExactly(10);
    assertThat(match(Vendor.POSTGRESQL, FIRST, some, null, "id")).containsExactly(10);
    assertThat(match(Vendor.POSTGRESQL, FIRST, some, null, 1)).isNull();
    assertThat(match(Vendor.POSTGRESQL, FIRST, some, null, 3)).isNull();
    Object none = Statement.NO_GENERATED_KEYS;
    assertThat(match(Vendor.POSTGRESQL, FIRST, some, none, 2)).containsExactly(10);
    assertThat(match(Vendor.POSTGRESQL, FIRST, some, none, 1)).isNull();
    String all = INSERT + " returning *";
    assertThat(match(Vendor.POSTGRESQL, SECOND, all, null, 2)).containsExactly(10);
    assertThat(match(Vendor.POSTGRESQL, SECOND, all, null, 1)).isNull();
    String behind = INSERT + " returning *, id";
    assertThat(match(Vendor.POSTGRESQL, FIRST, behind, null, 2)).isNull();
  }
}
