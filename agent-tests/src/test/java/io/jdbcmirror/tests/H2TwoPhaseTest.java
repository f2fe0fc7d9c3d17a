package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Branch;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On H2 what is prepared stays its session's, and may be ended plainly too. */
class H2TwoPhaseTest extends MirrorSuite {
  H2TwoPhaseTest() {
    super(Vendor.H2);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key)");
  }

  @Test
  void aPlainCommitOrRollbackEndsWhatIsPrepared() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "insert into t values (1)", "prepare commit one");
          scene.connection("a").commit();
          scene.execute("a", "insert into t values (2)", "prepare commit two");
          scene.connection("a").rollback();
          scene.execute("a", "insert into t values (3)", "prepare commit three", "commit");
          scene.execute("a", "insert into t values (4)", "prepare commit four", "rollback");
          scene.execute("a", "insert into t values (5)", "prepare commit five");
          scene.connection("a").setAutoCommit(true);
        });

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("rolled_back")).isEqualTo(3);
    assertTablesEqual();
    assertThat(target.rows("select id from t order by id")).containsExactly("1", "3", "5");
  }

  @Test
  void anotherConnectionMayCommitIt() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "insert into t values (1)", "prepare commit \"MINE\"");
          scene.execute("b", "commit transaction mine");
        });

    app.drain();
    assertTablesEqual();
    assertThat(target.count("t")).isOne();
  }

  @Test
  void aDatabaseInsideTheApplicationsJvmIsMirroredToo(@TempDir Path folder) {
    String url = "jdbc:h2:" + folder.resolve("shop");
    MirroredApp app = apps.script(url, "sa", "").target(target.url(), target.server()).start();
    app.run(
        scene -> {
          scene.execute("setup", "create table if not exists u (id int)");
          twoBranches(scene);
        });

    app.drain();
    assertThat(target.rows("select id from u")).containsExactly("1");
    app.close();
  }

  private static void twoBranches(Scene scene) throws SQLException {
    Branch.on(scene, "a", 1).work("insert into u values (1)").prepare().commit();
    Branch.on(scene, "a", 2).work("insert into u values (2)").prepare().rollback();
  }
}
