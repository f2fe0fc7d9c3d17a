package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.EveryCall;
import io.jdbcmirror.tests.app.Recordings;
import io.jdbcmirror.tests.app.Watch;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.RecordingDriver;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Under a driver that records every call: what the application calls is what the driver gets, once,
 * with the same arguments, and what the driver answers is what the application gets. The agent
 * calls nothing of either.
 */
class TransparentTest {
  /** All that a driver is given in a shell of the agent's: what it reads is recorded there. */
  private static final List<String> RECORDED_AS_READ =
      List.of(
          "setAsciiStream(int, InputStream)",
          "setAsciiStream(int, InputStream, int)",
          "setAsciiStream(int, InputStream, long)",
          "setBinaryStream(int, InputStream)",
          "setBinaryStream(int, InputStream, int)",
          "setBinaryStream(int, InputStream, long)",
          "setBlob(int, InputStream)",
          "setBlob(int, InputStream, long)",
          "setCharacterStream(int, Reader)",
          "setCharacterStream(int, Reader, int)",
          "setCharacterStream(int, Reader, long)",
          "setClob(int, Reader)",
          "setClob(int, Reader, long)",
          "setNCharacterStream(int, Reader)",
          "setNCharacterStream(int, Reader, long)",
          "setNClob(int, Reader)",
          "setNClob(int, Reader, long)",
          "setObject(int, Object)",
          "setObject(int, Object, int)",
          "setUnicodeStream(int, InputStream, int)");

  @RegisterExtension final Apps apps = new Apps();
  @RegisterExtension static final RecordingDriver driver = new RecordingDriver();

  @Test
  void everyMethodOfEveryInterfaceIsCalledOnceAndAsItIs() {
    MirroredApp app = start("1.0");
    app.run(scene -> EveryCall.run());

    assertUntouched(app);
    ArrayList<String> replaced = app.ask(scene -> Watch.replaced());
    assertThat(replaced).isEqualTo(RECORDED_AS_READ);
    int calls = app.ask(scene -> Watch.calls());
    assertThat(calls).isGreaterThan(4_000);
    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isGreaterThan(500);
    assertThat(metrics.count("mirror_capture_failures_total")).isZero();
  }

  @Test
  void everyMethodIsCalledAsItIsWhenNothingIsSampled() {
    MirroredApp app = start("0.0");
    app.run(scene -> EveryCall.run());

    assertUntouched(app);
    assertThat(app.drain().mirrored()).isZero();
  }

  @Test
  void anApplicationsWorkReachesItsDriverAsItIs() {
    MirroredApp app = start("1.0");
    app.run(scene -> Recordings.run());

    assertUntouched(app);
    int calls = app.ask(scene -> Watch.calls());
    assertThat(calls).isGreaterThan(1_000);
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isGreaterThan(50);
    assertThat(metrics.count("mirror_capture_failures_total")).isZero();
  }

  private static void assertUntouched(MirroredApp app) {
    ArrayList<String> violations = app.ask(scene -> Watch.violations());
    assertThat(violations).isEmpty();
  }

  private MirroredApp start(String exposure) {
    Database target = Vendor.H2.target().createDatabase("target");
    return apps.script("jdbc:none", "sa", "")
        .target(target.url(), target.server())
        .with(driver.classes())
        .set("target.unverified", "allow")
        .set("exposure", exposure)
        .set("compare.results", "checksum")
        .start();
  }
}
