package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.PageWork;
import io.jdbcmirror.tests.fixture.MirroredApp;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the page and the report that the README shows; {@code scripts/screenshots.sh}
 * puts them there.
 */
class ScreenshotsLongTest extends PageSuite {
  private static final long MOST_BYTES = 110_000;

  @Test
  void lightDarkNarrowAndOneStatement() throws Exception {
    MirroredApp app = worked();
    browser.open(address(app) + "#sort=slower");
    browser.size(1200, 1250);
    long start = requests();
    while (requests() < start + 50) {
      app.run(PageWork::everything);
      app.drain();
    }
    shoot("page-light");
    browser.dark(true);
    shoot("page-dark");
    browser.dark(false);
    browser.size(400, 900);
    shoot("page-narrow");
    browser.size(1200, 1000);
    browser.run("document.querySelector('.statements tbody a').click()");
    browser.awaitText("#digest pre", "late_item");
    shoot("statement");
  }

  @Test
  void theReport() throws Exception {
    MirroredApp app = worked();
    for (int i = 0; i < 8; i++) {
      app.run(PageWork::everything);
    }
    app.compared();
    browser.open(address(app) + "report");
    browser.awaitText("h1", "Report");
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      browser.size(1000, 880);
      shoot(dark ? "report-dark" : "report-light");
    }
    browser.dark(false);
    browser.size(400, 900);
    shoot("report-narrow");
  }

  private static void shoot(String name) throws Exception {
    Path png = Path.of(System.getProperty("jdbcmirror.test.screenshots"), name + ".png");
    browser.screenshot(png);
    assertThat(Files.size(png)).isBetween(10_000L, MOST_BYTES);
  }
}
