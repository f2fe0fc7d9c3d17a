package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.AgentFaults;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line on top of the page: whether it is mirroring, and if not, why and since when. */
class PageStateTest extends PageSuite {
  private static final String TOKEN = "0123456789abcdef";

  /** The time of day that begins a state, as the browser of the tests writes it. */
  private static final String TIME = "\\d{1,2}:\\d\\d:\\d\\d( [AP]M)?";

  @TempDir private Path folder;

  private static void select(Scene scene) throws SQLException {
    scene.execute("a", "select 1");
  }

  @Test
  void aTargetThatGoesAwayAndComesBackIsSaidWithoutReload() {
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    MirroredApp app = apps.script(source, target.url(proxy), target).start();
    app.run(PageStateTest::select);
    app.drain();
    browser.open(address(app));
    awaitState("good", "Mirroring, since TIME");
    assertThat(browser.text("dl")).contains("Requests\n1", "Mirrored\n100.0 %");

    proxy.refuse();
    proxy.cut();
    app.run(PageStateTest::select);
    awaitState("bad", "Not mirroring: target down since TIME: .*connection.*");
    browser.awaitText("dl", "Mirrored\n50.0 %");
    browser.size(400, 800);
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(400L);

    proxy.accept();
    awaitState("good", "Mirroring, since TIME");
    browser.awaitText("dl", "Mirrored\n100.0 %");
    assertThat(browser.complaints()).isEmpty();

    app.exit();
    awaitState("bad", "The agent does not answer since TIME. Still trying. .*");
    assertThat(browser.text("dl")).contains("Requests\n2");
  }

  @Test
  void aTargetThatIsTheSourceIsRefusedBecauseItIs() {
    MirroredApp app = apps.script(source, source).start();
    app.run(PageStateTest::select);
    app.drain();
    browser.open(address(app));
    awaitState(
        "bad", "Not mirroring: refused since TIME: target.url leads to the source itself, .*");
    browser.awaitText("#databases", "refused");
  }

  @Test
  void aPauseIsSaidAndItsEnd() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    MirroredApp app =
        apps.script(source, target).set("control.token-file", token.toString()).start();
    app.run(PageStateTest::select);
    app.drain();
    browser.open(address(app));
    awaitState("good", "Mirroring, since TIME");
    app.post("/api/pause", "", TOKEN);
    awaitState("wait", "Not mirroring: paused, since TIME");
    assertThat(browser.text("#glance")).contains("The exposure shown is that after the pause.");
    app.post("/api/resume", "", TOKEN);
    awaitState("good", "Mirroring, since TIME");
    assertThat(browser.text("#glance")).doesNotContain("after the pause");
  }

  @Test
  void captureThatFaultsHaveSwitchedOffIsSaidWithTheFaults() {
    MirroredApp app = mirror();
    app.run(PageStateTest::select);
    app.drain();
    browser.open(address(app));
    awaitState("good", "Mirroring, since TIME");
    app.run(PageStateTest::failTooOften);
    awaitState(
        "bad", "Not mirroring: switched off because of faults of the agent's own, since TIME");
    browser.awaitText("#databases", "execute\t11");
  }

  private static void failTooOften(Scene scene) throws SQLException {
    AgentFaults faults = new AgentFaults();
    faults.failAt(faults.hook("exitExecute"), new IllegalStateException(), 20);
    for (int i = 0; i < 20; i++) {
      scene.execute("of " + i, "select 1"); // each connection that fails is left alone from then on
    }
  }

  private static void awaitState(String tone, String pattern) {
    browser.awaitMatch("#state." + tone, pattern.replace("TIME", TIME));
  }
}
