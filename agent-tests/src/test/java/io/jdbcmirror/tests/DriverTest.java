package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.EveryForm;
import io.jdbcmirror.tests.app.Tables;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.SourceDriver;
import io.jdbcmirror.tests.fixture.SourceDriver.Pair;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every driver that can be run, from one database of its kind to another. */
@ParameterizedClass(name = "{0}")
@EnumSource(SourceDriver.class)
class DriverTest {
  @RegisterExtension final Apps apps = new Apps();
  @TempDir Path folder;

  private final SourceDriver driver;

  DriverTest(SourceDriver driver) {
    this.driver = driver;
  }

  @Test
  void everyFormArrivesAndIsCountedAlsoThroughItsDataSource() {
    Pair databases = driver.databases(folder);
    MirroredApp app = start(databases, databases.targetUrl());
    String bytes = driver.bytesType();
    EveryForm.Tally tally = app.ask(scene -> EveryForm.run(scene.connection("a"), bytes));
    assertCounted(app.drain(), tally, 0);

    insertThroughDataSource(app);
    assertCounted(app.drain(), tally, 1);
    assertTablesEqual(app, databases, "t", "v");
    assertThat(app.metrics().count("mirror_capture_failures_total")).isZero();
  }

  private static void assertCounted(Metrics metrics, EveryForm.Tally tally, int more) {
    assertThat(metrics.requests()).isEqualTo(tally.requests() + more);
    assertThat(metrics.mirrored()).isEqualTo(tally.mirrored() + more);
    assertThat(metrics.discarded("rolled_back")).isEqualTo(tally.rolledBack());
    assertThat(metrics.discarded("source_error")).isEqualTo(tally.failed());
  }

  private void insertThroughDataSource(MirroredApp app) {
    String className = driver.dataSource();
    String setter = driver.urlSetter();
    app.run(
        scene -> {
          Object dataSource = Class.forName(className).getConstructor().newInstance();
          boolean named = setter.equals("setDatabaseName");
          String address = named ? scene.url().substring("jdbc:derby:".length()) : scene.url();
          dataSource.getClass().getMethod(setter, String.class).invoke(dataSource, address);
          try (Connection connection =
              ((DataSource) dataSource).getConnection(scene.user(), scene.password())) {
            EveryForm.insert(connection, 1_000_000);
          }
        });
  }

  @Test
  void itsOwnSourceIsRefusedAsTarget() {
    Pair databases = driver.databases(folder);
    MirroredApp app = start(databases, databases.sourceUrl());
    app.run(
        scene -> {
          scene.execute("a", "create table t (id int not null primary key, name varchar(40))");
          EveryForm.insert(scene.connection("a"), 1);
        });

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(2);
    assertThat(metrics.dropped("refused")).isEqualTo(2);
    assertThat(rows(app, databases.sourceUrl(), "t")).containsExactly("t|1|inserted");
  }

  private MirroredApp start(Pair databases, String targetUrl) {
    return apps.script(databases.sourceUrl(), databases.user(), databases.password())
        .with(driver.jars())
        .target(targetUrl, databases.user(), databases.password())
        .start();
  }

  /** An embedded database is open in the application's process: only there it can be read. */
  private static void assertTablesEqual(MirroredApp app, Pair databases, String... tables) {
    List<String> source = rows(app, databases.sourceUrl(), tables);
    assertThat(source).isNotEmpty();
    assertThat(rows(app, databases.targetUrl(), tables)).isEqualTo(source);
  }

  private static List<String> rows(MirroredApp app, String url, String... tables) {
    return app.ask(
        scene -> {
          try (Connection connection = scene.connect(url)) {
            return Tables.read(connection, tables);
          }
        });
  }
}
