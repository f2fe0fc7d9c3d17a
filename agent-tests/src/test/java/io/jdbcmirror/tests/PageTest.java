package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.PageWork;
import io.jdbcmirror.tests.fixture.MirroredApp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page in a real browser, with a keyboard, on what a real application does. */
class PageTest extends PageSuite {
  private static final String ROWS = ".statements tbody tr";
  private static final String FIRST = ROWS + ":first-child";

  /** The least contrast of a text with what is behind it, over all texts that are to be seen. */
  private static final String LEAST_CONTRAST =
      """
      const channels = color => color.match(/[\\d.]+/g).map(Number);
      const light = c => c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4;
      const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
      const behind = e => {
        const color = channels(getComputedStyle(e).backgroundColor);
        return color.length > 3 && color[3] === 0 ? behind(e.parentElement) : color;
      };
      return Math.min(...[...document.querySelectorAll('body *')]
        .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .map(e => {
          const style = getComputedStyle(e);
          const text = e instanceof SVGElement ? style.fill : style.color;
          const both = [luminance(channels(text)), luminance(behind(e))].sort((a, b) => b - a);
          return (both[0] + 0.05) / (both[1] + 0.05);
        }));
      """;

  @Test
  void whatIsPlantedIsNamedAndSortedByKeys() {
    browser.open(address(worked()));
    browser.awaitText(FIRST, "from late_item");
    assertThat(browser.text(FIRST)).contains("60", "slower");
    assertThat(browser.texts("th[aria-sort=descending]")).containsExactly("Ratio of p95");

    sortBy("errors");
    browser.awaitText(FIRST, "update budget set price = ? where id = ?");
    assertThat(browser.texts("th[aria-sort=descending]")).containsExactly("Errors");
    assertThat(browser.text(FIRST + " td:nth-child(8)")).isEqualToIgnoringWhitespace("1");

    sortBy("calls");
    browser.awaitText(FIRST, "select price from item where id = ?");

    sortBy("differences");
    browser.awaitText(FIRST, "select name from item order by id");
    assertThat(browser.text(FIRST)).contains("5 unexplained");
    assertThat(browser.texts(ROWS)).filteredOn(row -> row.contains("unexplained")).hasSize(2);
    assertThat(browser.url()).endsWith("#sort=differences");
    assertThat(browser.text("#databases")).contains("other values", "fails on the target alone");
  }

  /** The button keeps the focus, whatever becomes of the rows below it. */
  private static void sortBy(String order) {
    String button = "[data-sort=" + order + "]";
    browser.tabTo(button);
    browser.pressEnter();
    await().until(() -> browser.count("[aria-sort] " + button) == 1);
    assertThat(browser.hasFocus(button)).isTrue();
  }

  @Test
  void aStatementHasAViewOfItsOwnThatCanBeLinked() {
    MirroredApp app = worked();
    browser.open(address(app) + "#sort=differences");
    browser.awaitText(FIRST, "select name from item order by id");
    browser.tabTo(FIRST + " a");
    browser.pressEnter();
    browser.awaitText("#digest pre", "select name from item order by id");
    assertThat(browser.url()).contains("#digest=");
    assertThat(browser.hasFocus("#digest h2")).isTrue();
    assertThat(browser.text("#differences")).contains("other values", "unexplained", "5");
    assertThat(browser.texts("#digest figure h3"))
        .containsExactly("Times on the source", "Times on the target");
    assertThat(browser.count("#digest svg[role=img] .area")).isGreaterThan(1);
    assertThat(browser.count("#overview[hidden]")).isOne();

    browser.back();
    browser.awaitText(FIRST, "select name from item order by id");
    await().until(() -> browser.hasFocus(FIRST + " a"));

    sortBy("errors");
    browser.awaitText(FIRST, "update budget");
    browser.tabTo(FIRST + " a");
    browser.pressEnter();
    browser.awaitText("#digest", "23514");
    String link = browser.url();
    browser.open(link);
    browser.awaitText("#digest pre", "update budget set price = ? where id = ?");
    browser.open(address(app) + "#digest=none");
    browser.awaitText("#digest", "Not found");
  }

  @Test
  void textIsShownWholeAndNeverAsMarkup() {
    browser.open(address(worked()) + "#sort=calls");
    browser.awaitText(ROWS, "<img src=x onerror=alert(1)>");
    assertThat(browser.texts(ROWS))
        .filteredOn(row -> row.contains("sum_0"))
        .hasSize(1)
        .first()
        .asString()
        .contains(" …")
        .doesNotContain("sum_39");
    browser.run(
        "[...document.querySelectorAll('.statements a')].find(a => a.textContent.includes('sum_0')).click()");
    browser.awaitText("#digest pre", "id + price as sum_39");
    assertThat(browser.count("img")).isZero();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatDoesNotChangeIsLeftAlone() {
    MirroredApp app = worked();
    browser.open(address(app));
    browser.awaitText(FIRST, "late_item");
    browser.tabTo(FIRST + " a");
    browser.run(
        """
        window.announced = 0;
        new MutationObserver(() => window.announced++)
          .observe(document.getElementById('state'), { childList: true, characterData: true, subtree: true });
        getSelection().selectAllChildren(document.activeElement);
        """);
    app.run(PageWork::everything);
    browser.awaitText(FIRST, "120");
    awaitRounds(1);
    assertThat(drawn(".area.mirrored")).startsWith("M");
    assertThat(drawn(".line.source")).startsWith("M");
    assertThat(drawn(".line.target")).startsWith("M");
    assertThat(browser.text("figure:has(.line)"))
        .contains("source p50\t", "source p95\t", "target p50\t")
        // One in three is asked of what sleeps for 20 ms on the target.
        .containsPattern("target p95\\t[^\\t]+\\t([2-9]\\d(\\.\\d)?|\\d{3}) ms");
    assertThat(browser.hasFocus(FIRST + " a")).isTrue();
    assertThat(browser.run("return getSelection().toString()").toString()).contains("late_item");
    assertThat(browser.run("return window.announced")).isEqualTo(0L);
  }

  /** Of what came between two looks, over all databases: 90 of 1 to 2 ms, 10 of 10 to 12 ms. */
  @Test
  void latencyIsThatOfTheTimesBetweenTwoLooks() {
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", "select 1"));
    browser.open(address(app));
    Object quantiles =
        browser.run(
            """
            return import('/page/samples.js?alone').then(({ sample, quantiles, OUTCOMES }) => {
              const requests = Object.fromEntries(OUTCOMES.map(outcome => [outcome, 0]));
              const bucket = (from, until, count) => ({ from, until, count });
              const look = (...sources) => sample({ queue: {}, databases: sources.map(source =>
                ({ requests, histogramsSeconds: { source, target: [] } })) });
              look([bucket(5, 6, 1000)]);
              look([bucket(0.01, 0.012, 4), bucket(5, 6, 1000)],
                   [bucket(0.001, 0.002, 90), bucket(0.01, 0.012, 6)]);
              look([bucket(0.01, 0.012, 4), bucket(5, 6, 1000)],
                   [bucket(0.001, 0.002, 90), bucket(0.01, 0.012, 6)]);
              return [['source', 0.45], ['source', 0.95], ['target', 0.5]]
                .map(([side, share]) => quantiles(side, share).map(point => point.value));
            });
            """);
    assertThat(quantiles.toString()).isEqualTo("[[0.0015, null], [0.011, null], [null, null]]");
  }

  private static String drawn(String path) {
    return (String)
        browser.run("return document.querySelector(arguments[0]).getAttribute('d')", path);
  }

  @Test
  void moreThanAHundredStatementsAreShownAtWish() {
    MirroredApp app = mirror();
    app.run(PageWork::manyDifferent);
    app.drain();
    browser.open(address(app));
    browser.awaitText(".statements p", "100 of 120 are shown.");
    assertThat(browser.count(ROWS)).isEqualTo(100);
    browser.run("document.querySelector('[data-all]').focus()");
    browser.pressEnter();
    await().until(() -> browser.count(ROWS) == 120);
  }

  @Test
  void itIsReadWithoutEyes() {
    browser.open(address(worked()));
    browser.awaitText(FIRST, "late_item");
    assertThat(
            browser.count(
                "th:not([scope]), svg:not([role=img][aria-label]), table:not(:has(caption)):not([aria-label])"))
        .isZero();
    assertThat(browser.texts("[role=status]")).hasSize(1);
    assertThat(browser.run("return document.querySelector('svg').getAttribute('aria-label')"))
        .asString()
        .startsWith("Requests by outcome over the last minute, a second. Now mirrored: ");
    browser.tabTo("[data-sort=errors]");
    assertThat(browser.run("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  void itFitsANarrowScreenAndTheNight() {
    MirroredApp app = worked();
    browser.size(400, 800);
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      for (String view : List.of("#sort=differences", "#digest=" + longest(app))) {
        browser.open(address(app) + view);
        browser.awaitText("#digest:not([hidden]), .statements", "item");
        assertFits(dark ? "rgb(18, 22, 29)" : "rgb(244, 246, 249)");
      }
    }
  }

  @Test
  void theReportFitsThemToo() {
    MirroredApp app = worked();
    browser.size(400, 800);
    for (boolean dark : new boolean[] {false, true}) {
      browser.dark(dark);
      browser.open(address(app) + "report");
      browser.awaitText("h1", "Report");
      assertFits(dark ? "rgb(20, 24, 28)" : "rgb(255, 255, 255)");
    }
    assertThat(browser.complaints()).isEmpty();
  }

  private static void assertFits(String background) {
    assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(400L);
    assertThat((Double) browser.run(LEAST_CONTRAST)).as(background).isGreaterThan(4.5);
    assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(background);
  }

  private static String longest(MirroredApp app) {
    String digests = app.get("/api/digests?sort=calls").body();
    String before = digests.substring(0, digests.indexOf("sum_39"));
    int id = before.lastIndexOf("\"id\":\"") + 6;
    return before.substring(id, before.indexOf('"', id));
  }
}
