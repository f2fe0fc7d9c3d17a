package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Shopping;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** What is compared on PostgreSQL in a way of its own. */
class PostgresComparisonTest extends MirrorSuite {
  PostgresComparisonTest() {
    super(Vendor.POSTGRES);
  }

  @Test
  void aNumberThatEachServerGivesByItselfIsNotCompared() {
    onBothSides("create table picture (id int primary key, content oid)");
    source.execute("insert into picture values (1, 4711), (2, 9)");
    target.execute("insert into picture values (1, 4712), (2, 9)");
    MirroredApp app = apps.script(source, target).set("compare.results", "checksum").start();
    app.run(
        scene -> {
          try (Connection connection = scene.connect()) {
            Shopping.executeAny(connection, "select content from picture where id = 1");
            Shopping.executeAny(connection, "select content from picture where id = 2");
          }
        });
    Metrics metrics = app.compared();
    assertThat(metrics.count("mirror_not_compared_total", "reason", "unsupported")).isEqualTo(1);
    assertThat(metrics.count("mirror_comparisons_total", "verdict", "match")).isEqualTo(1);
    assertThat(metrics.count("mirror_differences_total")).isZero();
  }

  @Test
  void aRowLimitThatOneDriverDoesNotKeepIsNotCompared() {
    onBothSides("create table item (id int)", "insert into item values (1), (2), (3)");
    source.execute("insert into item values (4)");
    MirroredApp app = apps.script(source, target).set("compare.results", "checksum").start();
    app.run(
        scene -> {
          // In this mode the limit is not sent: all rows come, whatever the application asked for.
          try (Connection connection = scene.connect(scene.url() + "?preferQueryMode=simple")) {
            Shopping.readAtMost(connection, "select id from item order by id", 1);
            Shopping.readAtMost(connection, "select id from item order by id desc", 5);
          }
        });
    Metrics metrics = app.compared();
    assertThat(metrics.count("mirror_not_compared_total", "reason", "unsupported")).isEqualTo(1);
    assertThat(metrics.count("mirror_comparisons_total", "verdict", "row_count")).isEqualTo(1);
  }
}
