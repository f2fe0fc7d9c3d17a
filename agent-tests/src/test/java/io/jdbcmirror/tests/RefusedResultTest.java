package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/**
 * Calls of the wrong kind for their statement: some drivers refuse them before the server has seen
 * anything, some when it has done what it was told.
 */
@OnEachVendor
class RefusedResultTest extends MirrorSuite {
  RefusedResultTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void whatAWrongCallHasDoneOnTheSourceArrives() {
    onBothSides("create table t (id int primary key)");
    String returning = vendor == Vendor.H2 ? "" : " returning id";
    MirroredApp app = mirror();
    app.run(
        scene -> {
          try (Statement statement = scene.connection("a").createStatement()) {
            fails(() -> statement.executeQuery("insert into t values (1)"));
            if (!returning.isEmpty()) {
              fails(() -> statement.executeUpdate("insert into t values (2)" + returning));
            }
          }
          scene.connection("a").setAutoCommit(false);
          try (PreparedStatement insert =
              scene.connection("a").prepareStatement("insert into t values (?)")) {
            insert.setInt(1, 3);
            fails(insert::executeQuery);
            insert.setInt(1, 4);
            insert.executeUpdate();
          }
          scene.connection("a").commit();
        });

    Metrics metrics = app.drain();
    assertTablesEqual();
    assertThat(metrics.failed()).as("%s", metrics).isZero();
    assertThat(source.count("t")).isEqualTo(vendor == Vendor.H2 ? 1 : 4);
  }

  private interface Call {
    Object make() throws SQLException;
  }

  private static void fails(Call call) {
    try {
      call.make();
    } catch (SQLException expected) {
      return;
    }
    throw new AssertionError("should have failed");
  }
}
