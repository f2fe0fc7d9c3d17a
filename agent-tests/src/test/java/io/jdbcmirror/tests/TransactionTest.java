package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a transaction does on the source, and nothing else, happens on the target. */
@OnEachVendor
class TransactionTest extends MirrorSuite {
  TransactionTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key)");
  }

  @Test
  void aCommittedTransactionArrivesWhole() {
    Metrics metrics =
        mirrored(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              scene.execute("a", insert(1), insert(2), "select * from t");
              scene.connection("a").commit();
            });

    assertThat(metrics.mirrored()).isEqualTo(3);
    assertThat(metrics.transactions("mirrored")).isOne();
  }

  @Test
  void rolledBackWorkNeverReachesTheTarget() {
    Metrics metrics =
        mirrored(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              scene.execute("a", insert(1), insert(2));
              scene.connection("a").rollback();
              scene.execute("a", insert(3));
              scene.connection("a").commit();
            });

    assertThat(metrics.discarded("rolled_back")).isEqualTo(2);
    assertThat(metrics.transactions("discarded")).isOne();
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.rows("select id from t")).containsExactly("3");
  }

  @Test
  void workRolledBackToASavepointNeverReachesTheTarget() {
    mirrored(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          scene.execute("a", insert(1));
          Savepoint savepoint = connection.setSavepoint();
          scene.execute("a", insert(2));
          connection.rollback(savepoint);
          scene.execute("a", insert(3));
          connection.commit();
        });

    assertThat(target.rows("select id from t order by id")).containsExactly("1", "3");
  }

  @Test
  void savepointsNestAreReleasedAndAreUsedTwice() {
    mirrored(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          scene.execute("a", insert(1));
          Savepoint outer = connection.setSavepoint("outer_one");
          scene.execute("a", insert(2));
          Savepoint inner = connection.setSavepoint("inner_one");
          scene.execute("a", insert(3));
          connection.releaseSavepoint(inner);
          connection.rollback(outer);
          scene.execute("a", insert(4));
          Savepoint last = connection.setSavepoint("last_one");
          scene.execute("a", insert(5));
          connection.releaseSavepoint(last);
          connection.commit();
        });

    assertThat(target.rows("select id from t order by id")).containsExactly("1", "4", "5");
  }

  @Test
  void turningAutocommitOnCommits() {
    Metrics metrics =
        mirrored(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              scene.execute("a", insert(1), insert(2));
              scene.connection("a").setAutoCommit(true);
              scene.execute("a", insert(3));
            });

    assertThat(metrics.mirrored()).isEqualTo(3);
    assertThat(metrics.transactions("mirrored")).isEqualTo(2);
  }

  @Test
  void closingWithAnOpenTransactionMirrorsWhatTheSourceKept() {
    Metrics metrics =
        mirrored(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              scene.execute("a", insert(1));
              scene.close("a");
            });

    assertThat(metrics.mirrored()).isZero();
    assertThat(metrics.discarded("rolled_back") + metrics.discarded("commit_unknown")).isOne();
  }

  @Test
  void abortingWithAnOpenTransactionMirrorsWhatTheSourceKept() {
    Metrics metrics =
        mirrored(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              scene.execute("a", insert(1));
              scene.connection("a").abort(Runnable::run);
            });

    assertThat(metrics.mirrored()).isZero();
    assertThat(metrics.discarded("rolled_back") + metrics.discarded("commit_unknown")).isOne();
  }

  @Test
  void transactionsMayBeWrittenAsSql() {
    Metrics metrics =
        mirrored(
            scene -> {
              scene.execute("a", "BEGIN", insert(1), insert(2), "COMMIT");
              scene.execute("a", "begin work", insert(3), "/* no */ rollback");
              scene.execute("a", insert(4));
            });

    assertThat(metrics.requests()).isEqualTo(8);
    assertThat(metrics.mirrored()).isEqualTo(5);
    assertThat(metrics.discarded("rolled_back")).isEqualTo(3);
    assertThat(target.rows("select id from t order by id")).containsExactly("1", "2", "4");
  }

  @Test
  void savepointsMayBeWrittenAsSql() {
    mirrored(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", insert(1), "savepoint s", insert(2), "rollback to savepoint s");
          scene.execute("a", insert(3));
          scene.connection("a").commit();
        });

    assertThat(target.rows("select id from t order by id")).containsExactly("1", "3");
  }

  @Test
  void severalStatementsInOneStringAreMirrored() {
    Metrics metrics = mirrored(scene -> scene.execute("a", insert(1) + "; " + insert(2) + ";"));

    assertThat(metrics.requests()).isOne();
    assertThat(metrics.mirrored()).isOne();
  }

  @Test
  void severalStatementsInOneStringWithACommitAmongThemAreUnsupported() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", insert(1) + "; commit; " + insert(2));
          scene.connection("a").commit();
          scene.execute("a", insert(3));
          scene.connection("a").commit();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("unsupported")).isOne();
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.rows("select id from t")).containsExactly("3");
  }

  @Test
  void aStatementThatFailedOnTheSourceIsDiscarded() {
    Metrics metrics =
        mirrored(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              scene.execute("a", insert(1));
              fail(scene, insert(1));
              if (scene.url().contains(":postgresql:")) {
                fail(scene, insert(2)); // the transaction is aborted
                scene.connection("a").rollback();
              } else {
                scene.execute("a", insert(2));
                scene.connection("a").commit();
              }
              scene.execute("a", insert(3));
              scene.connection("a").commit();
            });

    assertThat(metrics.discarded("source_error")).isEqualTo(isPostgres() ? 2 : 1);
    assertThat(metrics.discarded("rolled_back")).isEqualTo(isPostgres() ? 1 : 0);
    assertThat(metrics.mirrored()).isEqualTo(isPostgres() ? 1 : 3);
    assertThat(metrics.errors()).isZero();
  }

  @Test
  void aCommitOfAnAbortedTransactionIsARollback() {
    Metrics metrics =
        mirrored(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              scene.execute("a", insert(1));
              fail(scene, "select * from nowhere");
              try {
                scene.connection("a").commit();
              } catch (SQLException databaseReturnedRollback) {
                scene.connection("a").rollback();
              }
            });

    assertThat(metrics.discarded("source_error")).isOne();
    assertThat(metrics.mirrored()).isEqualTo(isPostgres() ? 0 : 1);
  }

  @Test
  void aStatementThatFailedBehindASavepointLeavesTheRest() {
    Metrics metrics =
        mirrored(
            scene -> {
              Connection connection = scene.connection("a");
              connection.setAutoCommit(false);
              scene.execute("a", insert(1));
              Savepoint savepoint = connection.setSavepoint();
              fail(scene, insert(1));
              connection.rollback(savepoint);
              scene.execute("a", insert(2));
              connection.commit();
            });

    assertThat(metrics.discarded("source_error")).isOne();
    assertThat(target.rows("select id from t order by id")).containsExactly("1", "2");
  }

  /** It has never reached the server, where the transaction goes on. */
  @Test
  void whatTheDriverRefusesToSendDoesNotEndTheTransaction() {
    Metrics metrics =
        mirrored(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              scene.execute("a", insert(1));
              try (PreparedStatement insert =
                  scene.connection("a").prepareStatement("insert into t values (?)")) {
                insert.executeUpdate();
                throw new AssertionError("a parameter is missing");
              } catch (SQLException expected) {
                scene.connection("a").commit();
              }
            });

    assertThat(metrics.discarded("source_error")).isOne();
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.count("t")).isOne();
  }

  @Test
  void ddlInATransactionFollowsTheSourcesVendor() {
    mirrored(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", insert(1), "create table made (id int)", insert(2));
          scene.connection("a").rollback();
          scene.execute("a", insert(3));
          scene.connection("a").commit();
        });

    // H2 and MariaDB commit with the statement, PostgreSQL takes it back: assertTablesEqual has
    // seen it.
    assertThat(target.count("t")).isEqualTo(isPostgres() ? 1 : 2);
  }

  /**
   * H2 commits with some statements that change the session, MariaDB with one that ends a BEGIN.
   */
  @Test
  void whatChangesTheSessionCommitsWhereTheSourceDoes() {
    mirrored(
        scene -> {
          boolean h2 = scene.url().contains(":h2:");
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", insert(1), h2 ? "set lock_timeout 10000" : "select 1");
          scene.connection("a").rollback();
          String kind = h2 ? "local temporary" : "temporary";
          scene.execute("a", insert(2), "create " + kind + " table tmp (id int)", insert(3));
          scene.connection("a").rollback();
          scene.execute("a", insert(4), h2 ? "set ignorecase true" : "select 1", insert(5));
          scene.connection("a").rollback();
        });

    List<String> expected = vendor == Vendor.H2 ? List.of("2", "4") : List.of();
    assertThat(target.rows("select id from t order by id")).isEqualTo(expected);
  }

  @Test
  void whatIsBegunAsSqlEndsWithADefinitionWhereTheSourceDoes() {
    mirrored(
        scene -> {
          scene.execute("a", "begin", insert(1), "create table made (id int)", insert(2));
          scene.execute("a", "rollback");
          scene.execute("a", insert(3));
        });

    List<String> expected =
        switch (vendor) {
          case POSTGRES -> List.of("3");
          case H2 -> List.of("1", "3");
          case MARIADB -> List.of("1", "2", "3");
        };
    assertThat(target.rows("select id from t order by id")).isEqualTo(expected);
  }

  @Test
  void emptyTransactionsAreNotCounted() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.connection("a").commit();
          scene.connection("a").rollback();
          scene.connection("a").commit();
          scene.execute("a", insert(1));
          scene.connection("a").commit();
        });

    assertThat(app.drain().count("mirror_transactions_total")).isOne();
  }

  @Test
  void aTransactionTooLargeIsDroppedWhole() {
    MirroredApp app =
        apps.script(source, target)
            .set("transaction.max-bytes", "64k")
            .set("parameter.max-bytes", "64k")
            .start();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", insert(1), "select '" + "x".repeat(100_000) + "'", insert(2));
          scene.connection("a").commit();
          scene.execute("a", insert(3));
          scene.connection("a").commit();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.dropped("transaction_too_large")).isEqualTo(3);
    assertThat(target.rows("select id from t")).containsExactly("3");
  }

  /** Runs the step, lets everything through, and compares the two sides. */
  private Metrics mirrored(Step step) {
    MirroredApp app = mirror();
    app.run(step);
    Metrics metrics = app.drain();
    assertTablesEqual();
    return metrics;
  }

  private static String insert(int id) {
    return "insert into t values (" + id + ")";
  }

  private static void fail(Scene scene, String sql) {
    try {
      scene.execute("a", sql);
    } catch (SQLException expected) {
      return;
    }
    throw new AssertionError("should have failed: " + sql);
  }
}
