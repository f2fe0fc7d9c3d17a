package io.jdbcmirror.demo.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableComparisonTest {
  private H2Pair databases;

  @BeforeEach
  void createTables() throws SQLException {
    databases = new H2Pair();
    databases.onBoth(
        "CREATE TABLE item (part VARCHAR(9), no INT, price DECIMAL(9, 2), picture VARBINARY,"
            + " remark CLOB, PRIMARY KEY (no, part))",
        "INSERT INTO item VALUES ('a', 1, 1.50, X'0102', 'long text'), ('b', 1, 2.00, NULL, NULL)");
  }

  @AfterEach
  void close() throws SQLException {
    databases.close();
  }

  private TableResult compare() throws SQLException {
    List<TableResult> results =
        new TableComparison(databases.source, databases.target).compareAll();
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  @Test
  void equalTablesAreEqual() throws SQLException {
    assertThat(compare()).isEqualTo(new TableResult("ITEM", 2, 0, 0, 0, List.of()));
    assertThat(compare().isEqual()).isTrue();
  }

  @Test
  void rowMissingOnTheTargetIsFound() throws SQLException {
    databases.onTarget("DELETE FROM item WHERE part = 'a'");

    TableResult result = compare();

    assertThat(result.isEqual()).isFalse();
    assertThat(result.onlyOnSource()).isEqualTo(1);
    assertThat(result.sourceRows()).isEqualTo(2);
    assertThat(result.targetRows()).isEqualTo(1);
    assertThat(result.examples())
        .singleElement()
        .asString()
        .contains("[1, a]", "only on the source");
  }

  @Test
  void rowTooManyOnTheTargetIsFound() throws SQLException {
    databases.onTarget("INSERT INTO item (part, no) VALUES ('A', 0)");

    TableResult result = compare();

    assertThat(result.isEqual()).isFalse();
    assertThat(result.equal()).isEqualTo(2);
    assertThat(result.onlyOnTarget()).isEqualTo(1);
  }

  @Test
  void changedValueIsFoundAndShown() throws SQLException {
    databases.onTarget("UPDATE item SET price = 1.51 WHERE part = 'a'");

    TableResult result = compare();

    assertThat(result.isEqual()).isFalse();
    assertThat(result.different()).isEqualTo(1);
    assertThat(result.examples()).singleElement().asString().contains("PRICE 1.50 / 1.51");
  }

  @Test
  void nullIsNotAnEmptyValue() throws SQLException {
    databases.onTarget("UPDATE item SET picture = X'' WHERE part = 'b'");

    assertThat(compare().different()).isEqualTo(1);
  }

  @Test
  void changedBytesAndLongTextsAreFound() throws SQLException {
    databases.onTarget("UPDATE item SET picture = X'0103', remark = 'other' WHERE part = 'a'");

    assertThat(compare().examples()).hasSize(2);
  }

  @Test
  void manyRowsWithGapsOnBothSidesFindTheirPartners() throws SQLException {
    databases.onBoth("INSERT INTO item (part, no) SELECT 'n', x FROM SYSTEM_RANGE(1, 5000)");
    databases.onSource("DELETE FROM item WHERE part = 'n' AND MOD(no, 10) = 3");
    databases.onTarget("DELETE FROM item WHERE part = 'n' AND MOD(no, 10) = 7");

    TableResult result = compare();

    assertThat(result.equal()).isEqualTo(4002);
    assertThat(result.onlyOnSource()).isEqualTo(500);
    assertThat(result.onlyOnTarget()).isEqualTo(500);
    assertThat(result.examples()).hasSize(3);
  }

  @Test
  void tableOnOneSideOnlyIsAnError() throws SQLException {
    databases.onTarget("CREATE TABLE more (id INT PRIMARY KEY)");

    assertThatThrownBy(this::compare).hasMessageContaining("MORE");
  }

  @Test
  void tableWithoutKeyIsAnErrorRatherThanLeftOut() throws SQLException {
    databases.onBoth("CREATE TABLE keyless (id INT)");

    assertThatThrownBy(this::compare).hasMessageContaining("KEYLESS");
  }
}
