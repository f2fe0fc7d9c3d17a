package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.MemoryWork;
import io.jdbcmirror.tests.app.Question;
import io.jdbcmirror.tests.app.ScriptApp;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.RecordingDriver;
import io.jdbcmirror.tests.fixture.Script;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the agent holds of a small heap, whatever the application does, while the target says
 * nothing: no more than the bounds say. {@code -Djdbcmirror.test.memory=1} does it in full size.
 */
class MemoryTest {
  private static final double SCALE =
      Double.parseDouble(System.getProperty("jdbcmirror.test.memory", "0.02"));
  private static final Duration LIMIT = Duration.ofMinutes(SCALE < 0.1 ? 5 : 120);
  private static final String HEAP = "-Xmx128m";
  private static final long MIB = 1 << 20;
  private static final long QUEUE = 32 * MIB;
  private static final long TRANSACTION = 2 * MIB;
  private static final long ALLOWANCE = 16 * MIB;
  private static final Pattern HELD = Pattern.compile("held ([a-z ]+): (\\d+)");
  private static final Pattern COUNT = Pattern.compile("([a-z_]+)=(\\d+)");

  @RegisterExtension final Apps apps = new Apps();

  @RegisterExtension static final RecordingDriver driver = new RecordingDriver();

  @Test
  void staysWithinItsBoundsWhileTheTargetSaysNothing() {
    Map<String, Long> without = withoutAgent();
    Database target = Vendor.H2.target().createDatabase("target");
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    proxy.stall();
    MirroredApp app =
        apps.script("jdbc:none", "sa", "")
            .target(target.url(proxy), target.server())
            .with(driver.classes())
            .jvm(HEAP)
            .set("target.unverified", "allow")
            .set("queue.max-bytes", String.valueOf(QUEUE))
            .set("transaction.max-bytes", String.valueOf(TRANSACTION))
            .set("parameter.max-bytes", "1m")
            .set("shutdown.drain-timeout", "1s")
            .start();
    long requests = work(app::ask);
    assertThat(app.metrics().value("mirror_queue_bytes")).isLessThanOrEqualTo(QUEUE);
    assertThat(app.exit()).isZero();

    assertEveryRequestIsAccountedFor(app.stderr(), requests);
    assertWithinBounds(held(app.stderr()), without);
    assertThat(app.stderr()).doesNotContain("OutOfMemoryError");
  }

  private Map<String, Long> withoutAgent() {
    ForkedApp app =
        apps.closing(
            ForkedApp.of(ScriptApp.class)
                .jvm("-XX:TieredStopAtLevel=1", HEAP)
                .with(driver.classes())
                .arguments("jdbc:none", "sa", "")
                .start());
    work(new Script(app)::ask);
    app.endInput();
    app.awaitExit();
    return held(app.stderr().text());
  }

  /** By whom an application is asked. */
  private interface Asked {
    Long ask(Question<Long> question);
  }

  private static long work(Asked app) {
    double scale = SCALE;
    app.ask(
        scene -> {
          MemoryWork.start(scene, scale);
          return 0L;
        });
    return await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> app.ask(scene -> MemoryWork.requests(scene)), requests -> requests > 0);
  }

  private static void assertWithinBounds(Map<String, Long> with, Map<String, Long> without) {
    Map<String, Long> ours = new TreeMap<>();
    with.forEach((when, held) -> ours.put(when, held - without.get(when)));
    System.err.println("held by the agent, of " + HEAP + ": " + ours);
    assertThat(ours).hasSameSizeAs(without);
    assertThat(ours)
        .allSatisfy(
            (when, held) -> assertThat(held).as(when).isLessThan(QUEUE + TRANSACTION + ALLOWANCE));
  }

  private static Map<String, Long> held(String stderr) {
    Map<String, Long> held = new TreeMap<>();
    Matcher matcher = HELD.matcher(stderr);
    while (matcher.find()) {
      held.put(matcher.group(1), Long.parseLong(matcher.group(2)));
    }
    return held;
  }

  private static void assertEveryRequestIsAccountedFor(String stderr, long requests) {
    String line = stderr.substring(stderr.indexOf("at exit: "));
    Matcher matcher = COUNT.matcher(line);
    assertThat(matcher.find()).isTrue();
    assertThat(Long.parseLong(matcher.group(2))).as(line).isEqualTo(requests);
    long outcomes = 0;
    while (matcher.find()) {
      outcomes += Long.parseLong(matcher.group(2));
    }
    assertThat(outcomes).as(line).isEqualTo(requests);
    assertThat(line).contains("open=0", "in_flight=0");
  }
}
