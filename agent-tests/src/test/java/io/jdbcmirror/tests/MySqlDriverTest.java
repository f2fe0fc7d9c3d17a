package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.EveryForm;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.SourceDriver;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What MySQL's driver does in other ways when it is told to. */
class MySqlDriverTest extends MirrorSuite {
  MySqlDriverTest() {
    super(Vendor.MARIADB);
  }

  /** They keep their batches by themselves. */
  @Test
  void statementsPreparedOnTheServerAreMirrored() {
    MirroredApp app = start("useServerPrepStmts=true");
    EveryForm.Tally tally = app.ask(MySqlDriverTest::everyForm);

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(tally.mirrored());
    assertTablesEqual();
  }

  @Test
  void batchesThatTheDriverRewritesAreOneRequest() {
    MirroredApp app = start("rewriteBatchedStatements=true");
    EveryForm.Tally tally = app.ask(MySqlDriverTest::everyForm);

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(tally.mirrored());
    assertTablesEqual();
  }

  /** Its own addBatch calls that of a prepared statement. */
  @Test
  void aBatchOfCallsIsTakenDownOnce() {
    onBothSides(
        "create table called (id int primary key)",
        "create procedure add_row(in number int) insert into called values (number)");
    MirroredApp app = start("");
    app.run(
        scene -> {
          try (PreparedStatement call = scene.connection("a").prepareCall("{call add_row(?)}")) {
            for (int id = 1; id <= 3; id++) {
              call.setInt(1, id);
              call.addBatch();
            }
            call.executeBatch();
          }
        });

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isOne();
    assertThat(metrics.mirrored()).isOne();
    assertTablesEqual();
  }

  private static EveryForm.Tally everyForm(Scene scene) throws SQLException {
    return EveryForm.run(scene.connection("a"), "varbinary(200)");
  }

  private MirroredApp start(String parameters) {
    String user = source.server().user();
    String password = source.server().password();
    String url = mySql(source.url());
    return apps.script(url + (url.contains("?") ? "&" : "?") + parameters, user, password)
        .with(SourceDriver.MYSQL.jars())
        .target(mySql(target.url()), user, password)
        .start();
  }

  private static String mySql(String mariaDbUrl) {
    return mariaDbUrl.replace("jdbc:mariadb:", "jdbc:mysql:");
  }
}
