package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.app.Tables;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.SourceDriver;
import io.jdbcmirror.tests.fixture.SourceDriver.Pair;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows changed through an updatable result set on the drivers that have no suite of their own: some
 * issue statements for it, others do not. SQLite's driver has no such result sets.
 */
class DriverRowsTest {
  @RegisterExtension final Apps apps = new Apps();
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"MYSQL, true", "DERBY, false", "HSQLDB_IN_MEMORY, false"})
  void changedRowsArriveOrTheirTransactionsAreLeftOutWhole(SourceDriver driver, boolean arrive) {
    Pair databases = driver.databases(folder);
    MirroredApp app = start(driver, databases);
    long before = app.drain().mirrored();
    app.run(DriverRowsTest::changeEach);

    Metrics metrics = app.drain();
    assertThat(metrics.failed()).isZero();
    // An insert, the query and the change in each of three; two rolled back; two with autocommit.
    assertThat(metrics.mirrored() - before).isEqualTo(arrive ? 3 * 3 + 2 : 1);
    assertThat(metrics.discarded("unsupported")).isEqualTo(arrive ? 0 : 3 * 3 + 2 + 1);
    assertThat(metrics.discarded("rolled_back")).isEqualTo(arrive ? 2 : 0);
    List<String> source = rows(app, databases.sourceUrl());
    assertThat(source)
        .hasSize(5)
        .contains("t|10|beside insert", "t|11|beside update", "t|12|beside delete", "t|3|new");
    assertThat(rows(app, databases.targetUrl()))
        .isEqualTo(arrive ? source : List.of("t|1|a", "t|2|b"));
  }

  private static void changeEach(Scene scene) throws SQLException {
    Connection connection = scene.connection("a");
    connection.setAutoCommit(false);
    int id = 10;
    for (String change : List.of("insert", "update", "delete")) {
      scene.execute("a", "insert into t values (" + id++ + ", 'beside " + change + "')");
      change(connection, change);
      connection.commit();
    }
    change(connection, "update");
    connection.rollback();
    connection.setAutoCommit(true);
    change(connection, "update");
  }

  private MirroredApp start(SourceDriver driver, Pair databases) {
    MirroredApp app =
        apps.script(databases.sourceUrl(), databases.user(), databases.password())
            .with(driver.jars())
            .target(databases.targetUrl(), databases.user(), databases.password())
            .start();
    app.run(DriverRowsTest::createTable);
    return app;
  }

  private static void createTable(Scene scene) throws SQLException {
    scene.execute(
        "a",
        "create table t (id int not null primary key, name varchar(20))",
        "insert into t values (1, 'a')",
        "insert into t values (2, 'b')");
  }

  private static void change(Connection connection, String change) throws SQLException {
    try (Statement statement =
            connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE);
        ResultSet rows = statement.executeQuery("select id, name from t where id < 10")) {
      switch (change) {
        case "insert" -> insert(rows);
        case "update" -> update(rows);
        default -> delete(rows);
      }
    }
  }

  private static void insert(ResultSet rows) throws SQLException {
    rows.moveToInsertRow();
    rows.updateInt("id", 3);
    rows.updateString("name", "new");
    rows.insertRow();
  }

  private static void update(ResultSet rows) throws SQLException {
    rows.next();
    rows.updateString("name", "changed");
    rows.updateRow();
  }

  private static void delete(ResultSet rows) throws SQLException {
    rows.next();
    rows.deleteRow();
  }

  private static List<String> rows(MirroredApp app, String url) {
    return app.ask(
        scene -> {
          try (Connection connection = scene.connect(url)) {
            return Tables.read(connection, "t");
          }
        });
  }
}
