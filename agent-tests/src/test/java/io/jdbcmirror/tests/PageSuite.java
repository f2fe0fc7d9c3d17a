package io.jdbcmirror.tests;

import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.PageWork;
import io.jdbcmirror.tests.fixture.Browser;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A browser, and an application whose target is another in a few planted things. */
abstract class PageSuite extends MirrorSuite {
  static Browser browser;

  PageSuite() {
    super(Vendor.POSTGRES);
  }

  @BeforeAll
  static void startBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  static void endBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void prepare() {
    onBothSides(PageWork.schema());
    source.execute(PageWork.prompt());
    target.execute(PageWork.planted());
    browser.size(1200, 900);
    browser.dark(false);
  }

  /** One that has done everything there is to be seen, and goes on when it is told to. */
  final MirroredApp worked() {
    MirroredApp app = apps.script(source, target).set("compare.results", "checksum").start();
    app.run(PageWork::everything);
    app.drain();
    return app;
  }

  static String address(MirroredApp app) {
    return "http://127.0.0.1:" + app.metricsPort() + "/";
  }

  /** Waits until the page has asked the agent so many times more, status and statements. */
  static void awaitRounds(int rounds) {
    long before = requests();
    await().atMost(Duration.ofSeconds(30)).until(() -> requests() > before + 2 * rounds);
  }

  /** How often the page has asked the agent for anything. */
  static long requests() {
    return (long) browser.run("return performance.getEntriesByType('resource').length");
  }
}
