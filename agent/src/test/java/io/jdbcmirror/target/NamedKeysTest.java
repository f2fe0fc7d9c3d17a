package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.StatementText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedKeysTest {
  private static final KeyColumn SECOND = new KeyColumn("", "t", "Id", 2, false);

  private static Request request(String sql, StatementText.Form form, String... values) {
    Parameter[] row = new Parameter[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = Parameter.of(Setter.STRING, i + 1, values[i], null, null);
    }
    return Request.of(new StatementText(form, sql, null), Request.Call.EXECUTE_UPDATE)
        .rows(form == StatementText.Form.PLAIN ? List.of() : List.<Parameter[]>of(row))
        .build();
  }

  private static @Nullable Request named(Request request, Vendor target, long... keys) {
    InsertText insert = InsertParser.parse(request.statement().sql(), target);
    NamedKeys named = insert == null ? null : NamedKeys.of(request, insert, SECOND, target);
    return named == null ? null : named.request(request, keys);
  }

  private static @Nullable String plain(String sql, Vendor target, long... keys) {
    Request named = named(request(sql, StatementText.Form.PLAIN), target, keys);
    return named == null ? null : named.statement().sql();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "insert into t (a, b) values ('x)', f(1, 2))  | insert into t (a, b, \"Id\") values ('x)', f(1, 2), 7)",
        "insert into t values ('a', null)             | insert into t values ('a', 7)",
        "insert into t values ((1), default, (2, 3))  | insert into t values ((1), 7, (2, 3))",
        "insert into s.t (id, a) values (null, 1);    | insert into s.t (id, a) values (7, 1);",
        "insert into t default values returning id    | insert into t (\"Id\") VALUES (7) returning id",
        "insert into t as x (a) values (1) returning *| insert into t as x (a, \"Id\") values (1, 7) returning *",
      })
  void aPlainStatementNamesItsKey(String sql, String named) {
    assertThat(plain(sql, Vendor.SQLITE, 7)).isEqualTo(named);
  }

  @Test
  void severalRowsHaveAKeyEach() {
    assertThat(plain("insert into t (a) values (1), (2)", Vendor.SQLITE, 7, 5))
        .isEqualTo("insert into t (a, \"Id\") values (1, 7), (2, 5)");
    assertThat(plain("insert into t values (1, default), (2, default)", Vendor.SQLITE, 7, 5))
        .isEqualTo("insert into t values (1, 7), (2, 5)");
  }

  @Test
  void whereTheDatabaseAlwaysMakesThemItIsOverridden() {
    assertThat(plain("insert into t (a) values (1)", Vendor.HSQLDB, 7))
        .isEqualTo("insert into t (a, \"Id\") OVERRIDING SYSTEM VALUE values (1, 7)");
    assertThat(plain("insert into t default values", Vendor.POSTGRESQL, 7))
        .isEqualTo("insert into t (\"Id\") OVERRIDING SYSTEM VALUE VALUES (7)");
  }

  @Test
  void ofAPreparedStatementTheKeysAreParameters() {
    Request request =
        request(
            "insert into t values (?, default, ?), (?, default, 'x') returning a, ?",
            StatementText.Form.PREPARED,
            "a",
            "b",
            "c",
            "d");
    Request named = named(request, Vendor.SQLITE, 7, 5);

    assertThat(named.statement().sql())
        .isEqualTo("insert into t values (?, ?, ?), (?, ?, 'x') returning a, ?");
    assertThat(parameters(named)).containsExactly("1=a", "2=7", "3=b", "4=c", "5=5", "6=d");
  }

  private static Stream<String> parameters(Request request) {
    return Arrays.stream(request.rows().get(0))
        .map(parameter -> parameter.index() + "=" + parameter.value())
        .sorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t (a) values (1) on conflict do nothing",
        "insert or replace into t (a) values (1)",
        "replace into t (a) values (1)",
        "insert ignore into t (a) values (1)",
        "insert into t (a) overriding user value values (1)",
        "insert into t (a) select 1",
        "insert into t (a) values (?)",
        "insert into t values (1)",
        "insert into t default",
      })
  void whatIsNoPlainInsertStaysAsItIs(String sql) {
    assertThat(plain(sql, Vendor.SQLITE, 7)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t (a, b) values (?2, ?1)",
        "insert into t (a, b) values (? ?? 'x', 1)",
        "insert into t (a, b) values (?, :b)",
        "insert into t (a, b) values (?, 1)",
      })
  void parametersThatCannotBeCountedStayAsTheyAre(String sql) {
    Request request = request(sql, StatementText.Form.PREPARED, "a", "b");
    assertThat(named(request, Vendor.SQLITE, 7)).isNull();
  }

  @Test
  void aTargetThatTakesNoKeysIsSentNone() {
    assertThat(plain("insert into t (a) values (1)", Vendor.ORACLE, 7)).isNull();
  }
}
