package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Branch;
import io.jdbcmirror.tests.app.Tables;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.SourceDriver;
import io.jdbcmirror.tests.fixture.SourceDriver.Pair;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XA data sources of drivers that send their branches as SQL, and of those that hide them. */
class XaDriverTest {
  @RegisterExtension final Apps apps = new Apps();
  @TempDir Path folder;

  @Test
  void mySqlsBranchesAreFollowed() {
    Pair databases = SourceDriver.MYSQL.databases(folder);
    MirroredApp app =
        branches(SourceDriver.MYSQL, databases, "com.mysql.cj.jdbc.MysqlXADataSource", "setUrl");

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("rolled_back")).isEqualTo(2);
    assertThat(metrics.discarded("unsupported")).isZero();
    assertThat(rows(app, databases.targetUrl())).containsExactly("t|2", "t|3");
  }

  @ParameterizedTest
  @CsvSource({
    "DERBY, org.apache.derby.jdbc.EmbeddedXADataSource, setDatabaseName",
    "HSQLDB_IN_MEMORY, org.hsqldb.jdbc.pool.JDBCXADataSource, setUrl",
  })
  void hiddenBranchesAreLeftOut(SourceDriver driver, String dataSource, String setter) {
    Pair databases = driver.databases(folder);
    MirroredApp app = branches(driver, databases, dataSource, setter);

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("unsupported")).isEqualTo(4);
    assertThat(metrics.mirrored()).isOne();
    assertThat(rows(app, databases.sourceUrl())).containsExactly("t|2", "t|3");
    assertThat(rows(app, databases.targetUrl())).isEmpty();
  }

  private MirroredApp branches(
      SourceDriver driver, Pair databases, String dataSource, String setter) {
    MirroredApp app =
        apps.script(databases.sourceUrl(), databases.user(), databases.password())
            .with(driver.jars())
            .target(databases.targetUrl(), databases.user(), databases.password())
            .start();
    app.run(
        scene -> {
          scene.execute("plain", "create table t (id int not null primary key)");
          String address = scene.url().replace("jdbc:derby:", "");
          Branch.use(scene, dataSource, setter, address);
          Branch.on(scene, "a", 1).work("insert into t values (1)").rollback();
          Branch.on(scene, "a", 2).work("insert into t values (2)").commitInOnePhase();
          Branch.on(scene, "a", 3).work("insert into t values (3)").prepare().commit();
          Branch.on(scene, "a", 4).work("insert into t values (4)").prepare().rollback();
        });
    return app;
  }

  private static List<String> rows(MirroredApp app, String url) {
    return app.ask(
        scene -> {
          try (Connection connection = scene.connect(url)) {
            return Tables.read(connection, "t");
          }
        });
  }
}
