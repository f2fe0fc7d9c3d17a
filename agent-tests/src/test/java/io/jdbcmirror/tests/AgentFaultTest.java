package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.AgentFaults;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.app.Transcript;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults of the agent's own: the application's calls return what they return without them. */
@OnEachVendor
class AgentFaultTest extends MirrorSuite {
  private static final String OFF = "capture is switched off";

  AgentFaultTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void theApplicationSeesNoneOfThem() {
    MirroredApp app = mirror();
    int failed = app.ask(AgentFaultTest::failOnceAtEveryHook);

    Metrics metrics = app.drain();
    assertThat(failed).isGreaterThan(20);
    assertThat(metrics.count("mirror_capture_failures_total")).isEqualTo(failed);
    assertThat(metrics.value("mirror_queue_bytes")).isZero();
    assertThat(metrics.mirrored()).isPositive();
    assertThat(app.stderr()).doesNotContain(OFF);
  }

  @Test
  void tenAMinuteAreTooMany() {
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", "select 1"));
    app.drain();
    Instant before = Instant.now();
    app.run(
        scene -> {
          String expected = transcript(scene);
          AgentFaults faults = new AgentFaults();
          faults.failAt(faults.hook("exitExecute"), new OutOfMemoryError(), 100);
          for (int i = 0; i < 15; i++) {
            assertThat(transcript(scene)).isEqualTo(expected);
          }
        });

    Metrics metrics = app.drain();
    assertThat(metrics.count("mirror_capture_failures_total", "hook", "execute")).isEqualTo(11);
    assertThat(metrics.dropped("switched_off")).isPositive();
    assertThat(metrics.value("mirror_queue_bytes")).isZero();
    assertThat(app.stderr().split(OFF, -1)).as(app.stderr()).hasSize(2);
    assertThat(app.get("/api/status").body()).contains("switched off");
    assertThat(app.since()).isBetween(before, Instant.now());
  }

  private static int failOnceAtEveryHook(Scene scene) throws Exception {
    String expected = transcript(scene);
    List<Throwable> kinds =
        List.of(
            new IllegalStateException(),
            new NoClassDefFoundError(),
            new StackOverflowError(),
            new OutOfMemoryError());
    AgentFaults faults = new AgentFaults();
    int failed = 0;
    for (Method hook : faults.hooks()) {
      faults.failAt(hook, kinds.get(failed % kinds.size()), 1);
      assertThat(transcript(scene)).as("with a fault in %s", hook).isEqualTo(expected);
      failed += faults.end(1);
      faults.nextMinute();
    }
    return failed;
  }

  private static String transcript(Scene scene) throws SQLException {
    String seen = Transcript.of(scene);
    try (Connection connection = scene.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table seen");
      statement.execute("drop table keyed_seen");
    }
    return seen;
  }
}
