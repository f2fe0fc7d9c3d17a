package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows changed through an updatable result set: each call is one request of the application. */
@OnEachVendor
class UpdatableRowTest extends MirrorSuite {
  UpdatableRowTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    String bytes = isPostgres() ? "bytea" : "varbinary(20)";
    onBothSides(
        "create table t (id int primary key, name varchar(20) default 'nobody',"
            + " price decimal(10, 2), data "
            + bytes
            + ", on_day date, at_time timestamp(6) null)",
        "insert into t (id, name) values (1, 'a'), (2, 'b')");
  }

  @Test
  void rowsThatAreChangedDeletedAndInsertedArrive() {
    MirroredApp app = mirror();
    app.run(scene -> onRows(scene, UpdatableRowTest::changeDeleteAndInsert));

    assertChanges(app.drain(), 3);
    assertThat(source.rows("select id, name from t order by id"))
        .containsExactly("1|changed", "3|new");
  }

  @Test
  void rowsOfATransactionShareItsFate() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          onRows(scene, UpdatableRowTest::changeDeleteAndInsert);
          connection.rollback();
          onRows(scene, UpdatableRowTest::changeDeleteAndInsert);
          connection.commit();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(8);
    assertThat(metrics.mirrored()).as("%s", metrics).isEqualTo(4);
    assertThat(metrics.discarded("rolled_back")).isEqualTo(4);
    assertTablesEqual();
  }

  @Test
  void valuesOfEveryKindAndNullsArrive() {
    MirroredApp app = mirror();
    app.run(
        scene ->
            onRows(
                scene,
                rows -> {
                  rows.next();
                  rows.updateBigDecimal("price", new BigDecimal("12.50"));
                  rows.updateBytes("data", new byte[] {0, 1, -1});
                  rows.updateDate("on_day", Date.valueOf("2024-02-29"));
                  rows.updateTimestamp("at_time", Timestamp.valueOf("2024-02-29 12:34:56.789012"));
                  rows.updateRow();
                  rows.next();
                  rows.updateNull("name");
                  rows.updateObject("price", 7);
                  rows.updateRow();
                }));

    assertChanges(app.drain(), 2);
  }

  @Test
  void whatIsReadAgainIsNoRequest() {
    MirroredApp app = mirror();
    app.run(
        scene ->
            onRows(
                scene,
                rows -> {
                  rows.next();
                  rows.refreshRow();
                  rows.updateString("name", "changed");
                  rows.cancelRowUpdates();
                  rows.refreshRow();
                }));

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isOne();
    assertThat(metrics.mirrored()).isOne();
  }

  /** One request for the query, and one for each change. */
  private void assertChanges(Metrics metrics, int changes) {
    assertThat(metrics.requests()).as("%s", metrics).isEqualTo(1 + changes);
    assertThat(metrics.mirrored()).as("%s", metrics).isEqualTo(1 + changes);
    assertTablesEqual();
  }

  private interface RowWork {
    void on(ResultSet rows) throws SQLException;
  }

  private static void onRows(Scene scene, RowWork work) throws SQLException {
    try (Statement statement =
            scene
                .connection("a")
                .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
        ResultSet rows =
            statement.executeQuery(
                "select id, name, price, data, on_day, at_time from t order by id")) {
      work.on(rows);
    }
  }

  private static void changeDeleteAndInsert(ResultSet rows) throws SQLException {
    rows.next();
    rows.updateString("name", "changed");
    rows.updateRow();
    rows.next();
    rows.deleteRow();
    rows.moveToInsertRow();
    rows.updateInt("id", 3);
    rows.updateString("name", "new");
    rows.insertRow();
  }
}
