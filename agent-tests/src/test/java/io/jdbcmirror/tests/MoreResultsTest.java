package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One execution that brings several results is one request, and runs to its end on the target. */
@ParameterizedClass(name = "{0}")
@EnumSource(
    value = Vendor.class,
    names = {"POSTGRES", "MARIADB"})
class MoreResultsTest extends MirrorSuite {
  private static final String SEVERAL =
      "select 1; insert into t values (1, 'a'), (2, 'b'); select id from t;"
          + " update t set name = 'c'; select 2; delete from t where id = 1";

  MoreResultsTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key, name varchar(20))");
  }

  @Test
  void severalStatementsInOneStringBringSeveralResults() {
    String results =
        askAndCompare(
            scene -> {
              try (Statement statement = scene.connection("a").createStatement()) {
                return results(statement, statement.execute(SEVERAL));
              }
            });

    assertThat(results).isEqualTo("1 row, 2 changed, 2 row, 2 changed, 1 row, 1 changed, ");
    assertThat(target.rows("select id, name from t")).containsExactly("2|c");
  }

  /** On the target too where the application looks at the first only. */
  @Test
  void resultsThatNobodyReadsAreMadeAllTheSame() {
    askAndCompare(
        scene -> {
          try (Statement statement = scene.connection("a").createStatement()) {
            return statement.execute(SEVERAL);
          }
        });

    assertThat(target.rows("select id, name from t")).containsExactly("2|c");
  }

  @Test
  void aProcedureBringsSeveralResults() {
    onBothSides(
        isMariaDb()
            ? "create procedure several(i int) begin select i; insert into t values (i, 'x');"
                + " select id from t; update t set name = 'y'; end"
            : "create procedure several(inout i int) language plpgsql as $$ begin"
                + " insert into t values (i, 'x'); update t set name = 'y'; end $$");
    String results =
        askAndCompare(
            scene -> {
              try (CallableStatement call = scene.connection("a").prepareCall("call several(?)")) {
                call.setInt(1, 7);
                return results(call, call.execute());
              }
            });

    assertThat(results).startsWith("1 row, ");
    assertThat(target.rows("select id, name from t")).containsExactly("7|y");
  }

  private static String results(Statement statement, boolean first) throws SQLException {
    StringBuilder results = new StringBuilder();
    boolean rows = first;
    while (rows || statement.getUpdateCount() != -1) {
      results.append(
          rows ? count(statement) + " row, " : statement.getUpdateCount() + " changed, ");
      rows = statement.getMoreResults();
    }
    return results.toString();
  }

  private static int count(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }
}
