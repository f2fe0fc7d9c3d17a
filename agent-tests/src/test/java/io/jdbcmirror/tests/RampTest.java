package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exposure that grows by itself. */
class RampTest extends MirrorSuite {
  private static final String TOKEN = "0123456789abcdef";

  @TempDir Path folder;

  RampTest() {
    super(Vendor.H2);
  }

  @Test
  void growsToItsEnd() throws IOException {
    onBothSides("create table t (id int)");
    MirroredApp app = ramp("0.0..1.0/1s");
    app.run(scene -> scene.execute("a", "select 1"));
    awaitLine(app, "the exposure ramp has come to 1.0");

    assertThat(app.metrics().value("mirror_exposure")).isOne();
    assertThat(app.get("/api/status").body())
        .contains("\"exposure\":{\"set\":1.0,\"paused\":false,\"ramp\":null}");
    app.run(scene -> scene.execute("a", "select 1", "insert into t values (1)"));
    app.drain();
    assertTablesEqual();
  }

  @Test
  void holdsWhileTheTargetFailsAndEndsWithANumberThatIsSet() throws IOException {
    source.execute("create table t (id int)");
    MirroredApp app = ramp("0.99..1.0/1440m");
    app.run(
        scene -> {
          for (int i = 0; i < 20; i++) {
            scene.execute("a", "insert into t values (" + i + ")"); // the target has no such table
          }
        });
    assertThat(app.drain().failed()).isPositive();
    awaitLine(app, "the exposure ramp holds at 0.99");
    double held = app.metrics().value("mirror_exposure");
    String status = "\"ramp\":\"to 1.0, holds: error rate 1.0 over 0.01 in a minute\"}";
    assertThat(app.get("/api/status").body()).contains(status);

    assertThat(app.post("/api/exposure", "0.5", TOKEN)).isEqualTo("exposure 0.5\n");
    assertThat(held).isBetween(0.99, 0.9901);
    assertThat(app.metrics().value("mirror_exposure")).isEqualTo(0.5);
    assertThat(app.get("/api/status").body()).contains("\"ramp\":null}");
    awaitLine(app, "the exposure ramp ends at 0.99");
    assertThat(app.stderr()).containsOnlyOnce("ramp holds");
  }

  @Test
  void doesNotGrowWhileTheTargetIsDown() throws IOException {
    MirroredApp app =
        apps.script(source, "jdbc:h2:tcp://127.0.0.1:1/nowhere", target)
            .set("exposure", "0.99..1.0/1440m")
            .start();
    app.run(
        scene -> {
          for (int i = 0; i < 20; i++) {
            scene.execute("a", "select 1");
          }
        });
    awaitLine(app, "the exposure ramp holds at 0.99");
    assertThat(app.stderr()).contains(": target down").doesNotContain("ramp goes on");
    app.close(); // what waits for the target is still in flight
  }

  private static void awaitLine(MirroredApp app, String line) {
    await().atMost(Duration.ofSeconds(30)).until(() -> app.stderr().contains(line));
  }

  private MirroredApp ramp(String exposure) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    return apps.script(source, target)
        .set("exposure", exposure)
        .set("control.token-file", token.toString())
        .start();
  }
}
