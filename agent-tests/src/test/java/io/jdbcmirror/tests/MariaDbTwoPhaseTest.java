package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Branches that an application drives by SQL, on MariaDB. */
class MariaDbTwoPhaseTest extends MirrorSuite {
  MariaDbTwoPhaseTest() {
    super(Vendor.MARIADB);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key)");
  }

  @Test
  void anotherConnectionMayCommitWhatAClosedOneHasPrepared() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          scene.execute("a", "xa start 'g', 'b', 1", "insert into t values (1)");
          scene.execute("a", "xa end 'g','b',1", "xa prepare 'g','b',1");
          scene.close("a");
          scene.execute("b", "xa commit 'g' , 'b' , 1");
        });

    app.drain();
    assertTablesEqual();
    assertThat(target.count("t")).isOne();
  }

  @Test
  void aCommitThatIsRefusedInsideABranchEndsNothing() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          scene.execute("a", "xa start 'g'", "insert into t values (1)");
          refused(connection::commit);
          refused(connection::rollback);
          refused(() -> scene.execute("a", "xa commit 'g' one phase"));
          scene.execute("a", "insert into t values (2)", "xa end 'g'", "xa commit 'g' one phase");
          scene.execute("a", "xa begin 'h'", "insert into t values (3)");
          refused(connection::commit);
          scene.execute("a", "insert into t values (4)", "xa end 'h'", "xa rollback 'h'");
        });

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(2);
    assertThat(metrics.discarded("rolled_back")).isEqualTo(2);
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(2);
  }

  private interface Call {
    void make() throws SQLException;
  }

  private static void refused(Call call) {
    try {
      call.make();
    } catch (SQLException e) {
      if (e.getSQLState().startsWith("XAE")) {
        return;
      }
      throw new AssertionError(e);
    }
    throw new AssertionError("the server has not refused it");
  }
}
