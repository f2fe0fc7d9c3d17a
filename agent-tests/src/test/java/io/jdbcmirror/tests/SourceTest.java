package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One target belongs to one source database. */
@OnEachVendor
class SourceTest extends MirrorSuite {
  private Database other;

  SourceTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTables() {
    other = vendor.source().createDatabase("other");
    onBothSides("create table t (id int primary key)");
    other.execute("create table t (id int primary key)");
  }

  @Test
  void onlyConnectionsThatTheGlobNamesAreMirrored() {
    MirroredApp app =
        apps.script(source, target).set("source", "jdbc:*/" + source.name() + "*").start();
    useBoth(app, true);

    assertOnlyTheSourceIsMirrored(app.drain());
    assertThat(app.stderr()).doesNotContain("warning");
  }

  @Test
  void aGlobThatNamesNothingFiltersEverything() {
    MirroredApp app = apps.script(source, target).set("source", "jdbc:nothing:*").start();
    useBoth(app, false);

    Metrics metrics = app.drain();
    assertThat(metrics.filtered()).isEqualTo(metrics.requests()).isEqualTo(6);
    assertThat(target.count("t")).isZero();
  }

  @Test
  void theFirstDatabaseKeepsTheMirrorAndOneWarningTellsToNameIt() {
    MirroredApp app = mirror();
    useBoth(app, false);

    assertOnlyTheSourceIsMirrored(app.drain());
    assertThat(app.stderr().lines().filter(line -> line.contains("warning")))
        .hasSize(1)
        .allMatch(line -> line.contains("source"));
  }

  private void useBoth(MirroredApp app, boolean otherFirst) {
    String otherUrl = other.url();
    if (otherFirst) {
      app.run(scene -> scene.connect(otherUrl).close());
    }
    app.run(
        scene -> {
          scene.execute("a", "insert into t values (1)");
          for (int i = 2; i <= 3; i++) {
            try (Connection connection = scene.connect(otherUrl);
                Statement statement = connection.createStatement()) {
              statement.execute("insert into t values (" + i + ")");
              statement.executeQuery("select * from t").close();
            }
          }
          scene.execute("a", "insert into t values (4)");
        });
  }

  private void assertOnlyTheSourceIsMirrored(Metrics metrics) {
    assertThat(metrics.count("mirror_requests_mirrored_total", "database", source.name()))
        .isEqualTo(2);
    assertThat(metrics.count("mirror_requests_filtered_total", "database", other.name()))
        .isEqualTo(4);
    assertThat(metrics.mirrored()).isEqualTo(2);
    assertTablesEqual();
    assertThat(other.count("t")).isEqualTo(2);
  }
}
