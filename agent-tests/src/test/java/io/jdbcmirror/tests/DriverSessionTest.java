package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Tables;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.SourceDriver;
import io.jdbcmirror.tests.fixture.SourceDriver.Pair;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the application sets in its session, in the dialects that have no suite of their own: it
 * holds for what is mirrored, also where the statement that set it was not.
 */
class DriverSessionTest {
  private static final int INSERTS = 100;

  @RegisterExtension final Apps apps = new Apps();
  @TempDir Path folder;

  private long failedBefore;

  @ParameterizedTest
  @EnumSource(names = {"MYSQL", "SQLITE", "DERBY", "HSQLDB_IN_MEMORY"})
  void whatIsSetBySqlHoldsAtLowExposure(SourceDriver driver) {
    Pair databases = driver.databases(folder);
    MirroredApp app = start(driver, databases);
    String set =
        switch (driver) {
          case MYSQL -> "set @held = 'held'";
          case SQLITE -> "pragma case_sensitive_like = 1";
          default -> "set schema other";
        };
    app.run(scene -> scene.execute("a", set));

    assertHeld(app, driver, databases);
  }

  @ParameterizedTest
  @EnumSource(names = {"DERBY", "HSQLDB_IN_MEMORY"})
  void aSchemaSetByJdbcHoldsAtLowExposure(SourceDriver driver) {
    Pair databases = driver.databases(folder);
    MirroredApp app = start(driver, databases);
    app.run(scene -> scene.connection("a").setSchema("OTHER"));

    assertHeld(app, driver, databases);
  }

  private void assertHeld(MirroredApp app, SourceDriver driver, Pair databases) {
    String value =
        switch (driver) {
          case MYSQL -> "@held";
          case SQLITE -> "case when 'A' like 'a' then 'lost' else 'held' end";
          default -> "'held'";
        };
    app.run(
        scene -> {
          for (int i = 0; i < INSERTS; i++) {
            scene.execute("a", "insert into t values (" + i + ", " + value + ")");
          }
        });
    Metrics metrics = app.drain();
    assertThat(metrics.failed()).as("%s", metrics).isEqualTo(failedBefore);
    assertThat(metrics.unsampled()).isPositive();

    List<String> source = rows(app, databases.sourceUrl(), table(driver));
    assertThat(source).hasSize(INSERTS).allMatch(row -> row.endsWith("|held"));
    List<String> arrived = rows(app, databases.targetUrl(), table(driver));
    assertThat(arrived).isNotEmpty();
    assertThat(source).containsAll(arrived);
    if (hasSchemas(driver)) {
      assertThat(rows(app, databases.targetUrl(), "t")).isEmpty();
    }
  }

  /** One with the tables on both sides, of which only the first database is mirrored. */
  private MirroredApp start(SourceDriver driver, Pair databases) {
    MirroredApp app =
        apps.script(databases.sourceUrl(), databases.user(), databases.password())
            .with(driver.jars())
            .target(databases.targetUrl(), databases.user(), databases.password())
            .set("exposure", "0.2")
            .set("source", databases.sourceUrl())
            .start();
    String target = databases.targetUrl();
    String source = databases.sourceUrl();
    List<String> tables =
        hasSchemas(driver)
            ? List.of(
                "create table t (id int primary key, name varchar(10))",
                "create schema other",
                "create table other.t (id int primary key, name varchar(10))")
            : List.of("create table t (id int primary key, name varchar(10))");
    app.run(
        scene -> {
          for (String url : List.of(target, source)) {
            try (Connection connection = scene.connect(url);
                Statement statement = connection.createStatement()) {
              for (String sql : tables) {
                statement.execute(sql);
              }
            }
          }
        });
    failedBefore =
        app.drain().failed(); // a table that is there already, where its transaction was chosen
    return app;
  }

  private static boolean hasSchemas(SourceDriver driver) {
    return driver == SourceDriver.DERBY || driver == SourceDriver.HSQLDB_IN_MEMORY;
  }

  private static String table(SourceDriver driver) {
    return hasSchemas(driver) ? "other.t" : "t";
  }

  private static List<String> rows(MirroredApp app, String url, String table) {
    return app.ask(
        scene -> {
          try (Connection connection = scene.connect(url)) {
            return Tables.read(connection, table);
          }
        });
  }
}
