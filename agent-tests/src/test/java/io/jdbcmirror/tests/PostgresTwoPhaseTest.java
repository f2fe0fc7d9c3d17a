package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Branches that an application prepares by SQL, on PostgreSQL. */
class PostgresTwoPhaseTest extends MirrorSuite {
  private MirroredApp app;

  PostgresTwoPhaseTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void prepare() {
    onBothSides(
        "create table t (id int primary key)",
        "create schema a create table w (id int)",
        "create schema b create table w (id int)");
    app = mirror();
  }

  @Test
  void anotherConnectionMayCommitWhatOneHasPrepared() {
    app.run(
        scene -> {
          scene.execute("a", "begin", "insert into t values (1)", "prepare transaction 'it''s 1'");
          scene.close("a");
          scene.execute("b", "commit /* now */ prepared 'it''s 1' ;");
        });

    assertThat(app.drain().transactions("mirrored")).isOne();
    assertTablesEqual();
    assertThat(target.count("t")).isOne();
  }

  @Test
  void aBranchIsAppliedInTheStateThatItsSessionHadThen() {
    app.run(
        scene -> {
          scene.execute("a", "set search_path = a", "begin", "insert into w values (1)");
          scene.execute("a", "prepare transaction 'then'", "set search_path = b");
          scene.execute("a", "insert into w values (2)", "commit prepared 'then'");
          scene.execute("a", "insert into w values (3)");
        });
    assertThat(app.drain().failed()).isZero();
    assertThat(target.rows("select id from a.w")).containsExactly("1");
    assertThat(target.rows("select id from b.w order by id")).containsExactly("2", "3");

    app.run(
        scene -> {
          scene.execute("a", "begin", "set search_path = a", "insert into w values (4)");
          scene.execute("a", "prepare transaction 'then'", "set search_path = b");
          scene.execute("other", "commit prepared 'then'");
          scene.execute("a", "insert into w values (5)");
        });
    assertThat(app.drain().failed()).isZero();
    assertTablesEqual();
    assertThat(target.rows("select id from a.w")).containsExactly("1", "4");
  }

  @Test
  void aBranchThatNobodyHereHasPreparedIsLeftOut() {
    source.execute("begin", "insert into t values (1)", "prepare transaction 'foreign'");
    app.run(scene -> scene.execute("a", "commit prepared 'foreign'"));

    Metrics metrics = app.drain();
    assertThat(metrics.filtered()).isOne();
    assertThat(metrics.requests()).isOne();
    assertThat(target.count("t")).isZero();
  }

  @Test
  void aCommitThatIsRefusedMayBeTriedAgain() {
    app.run(
        scene -> {
          scene.execute("a", "begin", "insert into t values (1)", "prepare transaction 'again'");
          scene.connection("b").setAutoCommit(false);
          scene.execute("b", "select 1");
          fails(scene, "b", "commit prepared 'again'", "25001");
          scene.connection("b").rollback();
          scene.execute("a", "commit prepared 'again'");
        });

    Metrics metrics = app.drain();
    assertThat(metrics.transactions("mirrored")).isOne();
    assertThat(metrics.discarded("source_error")).isOne();
    assertTablesEqual();
  }

  @Test
  void aCommitWhoseConnectionBreaksMayBeTriedAgain() {
    TcpProxy proxy = apps.closing(new TcpProxy(source.server().port()));
    DatabaseServer server = source.server();
    MirroredApp through =
        apps.script(source.url(proxy), server.user(), server.password())
            .target(target.url(), target.server())
            .start();
    through.run(
        scene ->
            scene.execute("a", "begin", "insert into t values (1)", "prepare transaction 'x'"));
    proxy.cutOnce("commit prepared", TcpProxy.Cut.BEFORE_FORWARDING);
    through.run(
        scene -> {
          fails(scene, "a", "commit prepared 'x'", "08006");
          scene.execute("b", "commit prepared 'x'");
        });

    assertThat(through.drain().transactions("mirrored")).isOne();
    assertTablesEqual();
    assertThat(target.count("t")).isOne();
  }

  @Test
  void aBranchThatSomebodyElseHasEndedIsOfUnknownFate() {
    app.run(
        scene -> {
          scene.execute("a", "begin", "insert into t values (1)", "prepare transaction 'gone'");
          scene.execute("a", "begin", "insert into t values (2)", "prepare transaction 'gone 2'");
        });
    source.execute("rollback prepared 'gone'", "rollback prepared 'gone 2'");
    app.run(
        scene -> {
          fails(scene, "a", "commit prepared 'gone'", "42704");
          fails(scene, "a", "rollback prepared 'gone 2'", "42704");
        });

    assertThat(app.drain().discarded("commit_unknown")).isEqualTo(4);
    assertTablesEqual();
  }

  @Test
  void aPrepareThatFailsRollsBack() {
    app.run(
        scene -> {
          scene.execute("a", "begin", "insert into t values (1)", "prepare transaction 'twice'");
          scene.execute("a", "begin", "insert into t values (2)");
          fails(scene, "a", "prepare transaction 'twice'", "42710");
          scene.execute("a", "insert into t values (3)", "rollback prepared 'twice'");
        });

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("rolled_back")).isEqualTo(4);
    assertTablesEqual();
    assertThat(target.rows("select id from t")).containsExactly("3");
  }

  @Test
  void aPrepareOfAFailedTransactionRollsBack() {
    app.run(
        scene -> {
          scene.execute("a", "begin", "insert into t values (1)");
          fails(scene, "a", "insert into t values (1)", "23505");
          prepareAnyway(scene);
          scene.execute("a", "insert into t values (2)");
        });

    app.drain();
    assertTablesEqual();
    assertThat(target.rows("select id from t")).containsExactly("2");
  }

  @Test
  void oneStringOfSeveralStepsIsLeftOutAndFollowed() {
    app.run(
        scene -> {
          scene.execute("a", "begin; insert into t values (1); prepare transaction 'string'");
          scene.execute("a", "insert into t values (2)", "rollback prepared 'string'");
        });

    assertThat(app.drain().discarded("unsupported")).isOne();
    assertTablesEqual();
    assertThat(target.rows("select id from t")).containsExactly("2");
  }

  private static void prepareAnyway(Scene scene) {
    try {
      scene.execute("a", "prepare transaction 'failed'");
    } catch (SQLException e) {
      // pgjdbc says so, or it does not: the server has rolled back
    }
  }

  private static void fails(Scene scene, String connection, String sql, String state) {
    try {
      scene.execute(connection, sql);
    } catch (SQLException e) {
      if (state.equals(e.getSQLState())) {
        return;
      }
      throw new AssertionError(e);
    }
    throw new AssertionError(sql + " has not failed");
  }
}
