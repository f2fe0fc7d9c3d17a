package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.SourceDriver;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code LOAD DATA LOCAL INFILE}: rows out of a file of the application's own. */
class LocalInfileTest extends MirrorSuite {
  @TempDir Path folder;

  LocalInfileTest() {
    super(Vendor.MARIADB);
  }

  @ParameterizedTest
  @CsvSource({"jdbc:mariadb:, allowLocalInfile=true", "jdbc:mysql:, allowLoadLocalInfile=true"})
  void itIsUnsupportedAndItsTransactionIsLeftOutWhole(String scheme, String allowed)
      throws IOException {
    onBothSides("create table t (id int primary key, name varchar(20))");
    String load = load();
    MirroredApp app = start(scheme, allowed);
    ArrayList<Integer> counts =
        app.ask(
            scene -> {
              Connection connection = scene.connection("a");
              connection.setAutoCommit(false);
              scene.execute("a", "insert into t values (10, 'beside it')");
              int loaded;
              try (Statement statement = connection.createStatement()) {
                loaded = statement.executeUpdate(load);
              }
              connection.commit();
              scene.execute("a", "delete from t where id < 10");
              connection.commit();
              connection.setAutoCommit(true);
              try (PreparedStatement statement = connection.prepareStatement(load)) {
                return new ArrayList<>(List.of(loaded, statement.executeUpdate()));
              }
            });

    Metrics metrics = app.drain();
    assertThat(counts).containsExactly(2, 2);
    assertThat(source.rows("select id, name from t order by id"))
        .containsExactly("1|a", "2|b", "10|beside it");
    assertThat(metrics.discarded("unsupported")).isEqualTo(3);
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.count("t")).isZero();
  }

  private String load() throws IOException {
    Path file = Files.writeString(folder.resolve("rows"), "1,a\n2,b\n");
    return "load data local infile '" + file + "' into table t fields terminated by ','";
  }

  private MirroredApp start(String scheme, String parameter) {
    String user = source.server().user();
    String password = source.server().password();
    return apps.script(url(source.url(), scheme) + "&" + parameter, user, password)
        .with(SourceDriver.MYSQL.jars())
        .target(url(target.url(), scheme), user, password)
        .start();
  }

  private static String url(String mariaDb, String scheme) {
    return mariaDb.replace("jdbc:mariadb:", scheme);
  }
}
