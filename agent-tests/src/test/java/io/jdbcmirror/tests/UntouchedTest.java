package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jdbcmirror.tests.app.ScriptApp;
import io.jdbcmirror.tests.app.Transcript;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Script;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An application cannot tell whether the agent is there. */
@OnEachVendor
class UntouchedTest extends MirrorSuite {
  UntouchedTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void theApplicationSeesWhatItSeesWithoutTheAgent() {
    assertThat(withAgent("1.0")).isEqualTo(withoutAgent());
  }

  @Test
  void theApplicationSeesWhatItSeesWithoutTheAgentWhenNothingIsSampled() {
    assertThat(withAgent("0.0")).isEqualTo(withoutAgent());
  }

  @Test
  void theServerGetsNoStatementTheApplicationDidNotSend() {
    assumeTrue(isPostgres(), "H2 keeps no account of its statements");
    MirroredApp app = mirror();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "select 41");
          scene.connection("a").commit();
        });
    app.drain();

    String last =
        app.ask(
            scene -> {
              try (var statement = scene.connect().createStatement();
                  var result =
                      statement.executeQuery(
                          "select string_agg(query, ';') from pg_stat_activity"
                              + " where datname = current_database()"
                              + " and pid <> pg_backend_pid()")) {
                result.next();
                return result.getString(1);
              }
            });
    assertThat(last).isEqualTo("COMMIT");
  }

  private String withAgent(String exposure) {
    MirroredApp app = apps.script(source, target).set("exposure", exposure).start();
    String transcript = app.ask(Transcript::of);
    Metrics metrics = app.drain();
    assertThat(metrics.count("mirror_capture_failures_total")).isZero();
    return transcript;
  }

  private String withoutAgent() {
    Database fresh = vendor.source().createDatabase("source");
    DatabaseServer server = fresh.server();
    ForkedApp app =
        apps.closing(
            ForkedApp.of(ScriptApp.class)
                .arguments(fresh.url(), server.user(), server.password())
                .start());
    return new Script(app)
        .ask(Transcript::of)
        .replace(fresh.name(), source.name())
        .replace(fresh.name().toUpperCase(Locale.ROOT), source.name().toUpperCase(Locale.ROOT));
  }
}
