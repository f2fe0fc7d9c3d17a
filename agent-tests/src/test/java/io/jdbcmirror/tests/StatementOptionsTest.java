package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application has set on a statement holds on the target's, and on no other. */
@OnEachVendor
class StatementOptionsTest extends MirrorSuite {
  StatementOptionsTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createRoutines() {
    onBothSides(Routines.of(vendor));
  }

  /** A query that inserts a row for each row it brings shows how many of them were made. */
  @Test
  void aQueryIsCutShortAtTheSameRow() {
    String query = selectThatInserts();
    int read =
        askAndCompare(
            scene -> {
              Connection connection = scene.connection("a");
              int rows = 0;
              try (PreparedStatement few = connection.prepareStatement(query);
                  PreparedStatement all = connection.prepareStatement(query)) {
                few.setMaxRows(3);
                rows += read(few, 100);
                rows += read(all, 200);
                rows += read(few, 300);
                few.setMaxRows(5);
                rows += read(few, 400);
                few.setMaxRows(0);
                rows += read(few, 500);
              }
              try (Statement few = connection.createStatement()) {
                few.setMaxRows(4);
                rows += count(few.executeQuery(query.replace("?", "600")));
              }
              return rows;
            });

    assertThat(read).isEqualTo(3 + 9 + 3 + 5 + 9 + 4);
    assertThat(target.count("t")).isEqualTo(source.count("t"));
  }

  @Test
  void aStatementOfAnyKindIsMirrored() {
    int rows =
        askAndCompare(
            scene -> {
              Connection connection = scene.connection("a");
              connection.setAutoCommit(false);
              scene.execute("a", "insert into t values (1, 'one'), (2, 'two'), (3, 'three')");
              try (Statement statement =
                  connection.createStatement(
                      ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
                statement.setFetchSize(2);
                statement.setFetchDirection(ResultSet.FETCH_FORWARD);
                statement.setMaxFieldSize(1_000);
                statement.setQueryTimeout(20);
                statement.setPoolable(true);
                int count = count(statement.executeQuery("select id, name from t"));
                connection.commit();
                return count;
              }
            });

    assertThat(rows).isEqualTo(3);
  }

  /** The target's row is locked by someone else: the application's own time-out ends the wait. */
  @Test
  void theApplicationsTimeOutEndsAStatementOnTheTargetToo() throws SQLException {
    onBothSides("insert into t values (1, 'one')");
    MirroredApp app = apps.script(source, target).set("target.statement-timeout", "10m").start();
    try (Connection other = target.connect();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("update t set name = 'locked' where id = 1");
      app.run(
          scene -> {
            try (Statement update = scene.connection("a").createStatement()) {
              update.setQueryTimeout(1);
              update.executeUpdate("update t set name = 'changed' where id = 1");
            }
            scene.execute("a", "insert into t values (2, 'two')");
          });
      Metrics metrics = app.drain();
      assertThat(metrics.errors("timeout")).as("%s", metrics).isOne();
      assertThat(metrics.failed()).isOne();
      assertThat(metrics.mirrored()).isOne();
      other.rollback();
    }
  }

  private String selectThatInserts() {
    return switch (vendor) {
      case POSTGRES -> "select add_row(i + ?, 'x') from generate_series(1, 9) i";
      case MARIADB -> "select add_row(seq + ?, 'x') from seq_1_to_9";
      case H2 -> "select add_row(x + ?, 'x') from system_range(1, 9)";
    };
  }

  private static int read(PreparedStatement query, int from) throws SQLException {
    query.setInt(1, from);
    return count(query.executeQuery());
  }

  private static int count(ResultSet rows) throws SQLException {
    try (ResultSet open = rows) {
      int count = 0;
      while (open.next()) {
        count++;
      }
      return count;
    }
  }
}
