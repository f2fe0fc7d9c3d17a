package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Overflow;
import io.jdbcmirror.tests.app.ScriptApp;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Script;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The application's stack ends in the driver, or in a hook of the agent's. On PostgreSQL alone:
 * H2's and MariaDB's drivers guard their connections by locks that are lost when the stack ends in
 * them; of 40 such runs on H2 without the agent 5 hung for good. On PostgreSQL it is the lock of
 * the JDK's own socket that may be lost: 1 of 2,100 recursions without the agent, 4 of 750 with it.
 */
class OverflowTest extends MirrorSuite {
  /** Where it ends differs from run to run; now and then it leaves a driver out of step. */
  private static final int TOLERATED = 8;

  /** It hangs in the driver or the JDK's socket, never in the agent. */
  private static final String AS_WITHOUT =
      "(StackOverflowError, then|closes with) .*|hangs in (org\\.postgresql|sun\\.nio\\.ch)\\..*";

  OverflowTest() {
    super(Vendor.POSTGRES);
  }

  @Test
  void theApplicationSeesWhatItSeesWithoutTheAgentAndGoesOn() {
    onBothSides("create table t (id int)");
    MirroredApp app = mirror();
    List<String> seen = app.ask(scene -> Overflow.run(scene, true));

    assertThat(seen).allMatch(line -> line.matches(AS_WITHOUT));
    assertThat(working(seen)).isGreaterThanOrEqualTo(working(plain()) - TOLERATED).isPositive();
    Metrics metrics = app.drain();
    assertThat(metrics.count("mirror_capture_failures_total")).isPositive();
    assertThat(metrics.mirrored()).isGreaterThan(seen.size());
    assertThat(source.rows("select id from t"))
        .containsAll(target.rows("select id from t"))
        .doesNotHaveDuplicates();
    assertThat(target.rows("select id from t")).doesNotHaveDuplicates();
    long lost = source.count("t") - target.count("t");
    assertThat(lost) // each time the hook of the last one may have done nothing
        .as("%s", metrics)
        .isLessThanOrEqualTo(
            metrics.discarded("commit_unknown") + metrics.dropped() + Overflow.TIMES);
    app.run(scene -> scene.execute("afterwards", "insert into t values (0)"));
    assertThat(app.drain().mirrored()).isEqualTo(metrics.mirrored() + 1);
  }

  private static long working(List<String> seen) {
    return seen.stream().filter(line -> line.endsWith(Overflow.WORKS)).count();
  }

  private List<String> plain() {
    Database fresh = vendor.source().createDatabase("source");
    fresh.execute("create table t (id int)");
    ForkedApp app =
        apps.closing(
            ForkedApp.of(ScriptApp.class)
                .jvm("-XX:TieredStopAtLevel=1")
                .arguments(fresh.url(), fresh.server().user(), fresh.server().password())
                .start());
    return new Script(app).ask(scene -> Overflow.run(scene, false));
  }
}
