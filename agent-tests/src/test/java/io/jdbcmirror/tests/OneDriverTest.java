package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.TriggerAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Source and target inside of one JVM, by one driver: the target's own traffic is no request. */
class OneDriverTest {
  @RegisterExtension final Apps apps = new Apps();

  /** Runs statements of its own, on the connection it is handed. */
  public static final class Copying extends TriggerAdapter {
    @Override
    public void fire(Connection connection, java.sql.ResultSet before, java.sql.ResultSet after)
        throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into copied values (" + after.getInt(1) + ")");
      }
    }
  }

  @Test
  void onlyTheApplicationsCallsAreRequests() {
    MirroredApp app =
        apps.script("jdbc:h2:mem:source;DB_CLOSE_DELAY=-1", "sa", "")
            .target("jdbc:h2:mem:target;DB_CLOSE_DELAY=-1", "sa", "")
            .start();
    String trigger = Copying.class.getName();
    app.run(
        scene ->
            scene.execute(
                "a",
                "create table t (id int)",
                "create table copied (id int)",
                "create trigger copying after insert on t for each row call '" + trigger + "'",
                "insert into t values (1)",
                "insert into t values (2)"));

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(5);
    assertThat(metrics.mirrored()).isEqualTo(5);
    String copied = app.ask(scene -> count("jdbc:h2:mem:target", "copied"));
    assertThat(copied).isEqualTo("2");
  }

  @Test
  void theSourceUnderAnotherSpellingIsRefused() {
    MirroredApp app =
        apps.script("jdbc:h2:mem:one;DB_CLOSE_DELAY=-1", "sa", "")
            .target("jdbc:h2:mem:one;MODE=REGULAR", "SA", "")
            .start();
    app.run(scene -> scene.execute("a", "create table t (id int)", "insert into t values (1)"));

    assertThat(app.drain().dropped("refused")).isEqualTo(2);
    String rows = app.ask(scene -> count(scene.url(), "t"));
    assertThat(rows).isEqualTo("1");
  }

  private static String count(String url, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement();
        java.sql.ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
