package io.jdbcmirror.tests.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DigestList;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import io.jdbcmirror.tests.program.Culprit.Problem;
import io.jdbcmirror.tests.program.Culprit.Trial;
import io.jdbcmirror.tests.program.ProgramRunner.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What random programs have done on the source they have done on the target. {@code
 * -Djdbcmirror.test.seed=4711} runs one again, {@code -Djdbcmirror.test.programs=10} ten times as
 * many. A class for each vendor, so that they run side by side.
 */
abstract class ProgramSuite {
  private static final int MANY = Integer.getInteger("jdbcmirror.test.programs", 1);
  private static final int TOGETHER = 25;
  private static final int MOST_PROBLEMS = 3;
  private static final int SHOWN = 3;
  private static final int EXPOSED = 30;
  private static final int RUNS_TO_SHORTEN = 80;
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Kolkata", "America/St_Johns", "Europe/Berlin");

  @RegisterExtension final Apps apps = new Apps();

  private final List<String> problems = new ArrayList<>();
  final Vendor vendor;
  final Database source;
  final Database target;

  ProgramSuite(Vendor vendor) {
    this.vendor = vendor;
    this.source = vendor.source().createDatabase("source");
    this.target = vendor.target().createDatabase("target");
    String[] routines = Dialect.of(vendor).routines().toArray(String[]::new);
    source.execute(routines);
    target.execute(routines);
  }

  @Test
  void whatProgramsDoOnTheSourceTheyDoOnTheTarget() throws Exception {
    Long seed = Long.getLong("jdbcmirror.test.seed");
    if (seed != null) {
      MirroredApp app = start(zoneOf(seed));
      assertSame(app, seed, 1);
      noteUnexplained(app);
      assertProblems(1);
      return;
    }
    int count = (vendor == Vendor.H2 ? 2_000 : 300) * MANY;
    Report report = ProgramRunner.NOTHING;
    Deque<MirroredApp> running = new ArrayDeque<>();
    for (int i = 0; i < ZONES.size(); i++) {
      MirroredApp app = start(ZONES.get(i));
      running.add(app);
      int share = count / ZONES.size();
      for (int done = 0; done < share; done += TOGETHER) {
        long first = 1 + done + (long) i * share;
        report = report.plus(assertSame(app, first, Math.min(TOGETHER, share - done)));
      }
      if (i > 0) {
        finish(running.remove()); // the one before: by now it has nothing to wait for
      }
    }
    finish(running.remove());
    assertProblems(1);
    System.out.printf(
        "%d programs on %s: %d lines, and %d that failed%n",
        count, vendor, report.done(), report.failed());
    assertThat(report.failed()).as("lines that fail").isBetween(1L, report.done() / 5);
  }

  @Test
  void atALowerExposureTransactionsArriveAsTheyWereOrNotAtAll() throws Exception {
    for (long seed = 1; seed <= EXPOSED; seed++) {
      source.execute(OwnRows.createTable(vendor, seed));
      target.execute(OwnRows.createTable(vendor, seed));
    }
    MirroredApp app = start("UTC", "exposure", "0.5");
    Vendor itsVendor = vendor;
    app.ask(scene -> ProgramRunner.runOwnRows(scene, itsVendor, EXPOSED));
    Metrics metrics = app.drain();
    assertThat(metrics.failed() + metrics.dropped()).as("%s", metrics).isZero();
    assertThat(metrics.unsampled()).isPositive();
    assertThat(metrics.mirrored()).isPositive();

    int missing = 0;
    for (long seed = 1; seed <= EXPOSED; seed++) {
      missing += missingTransactions("p" + seed + "_own");
    }
    assertThat(missing).isPositive();
  }

  /** Those that are there are there whole. */
  private int missingTransactions(String table) {
    String query = "select grp, t.* from " + table + " t order by id";
    Map<String, List<String>> expected = byTransaction(source.rows(query));
    Map<String, List<String>> arrived = byTransaction(target.rows(query));
    assertThat(expected).as(table).containsAllEntriesOf(arrived);
    return expected.size() - arrived.size();
  }

  private static Map<String, List<String>> byTransaction(List<String> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.substring(0, row.indexOf('|'))));
  }

  private void assertProblems(int tooMany) {
    if (problems.size() >= tooMany) {
      fail(String.join("\n", problems));
    }
  }

  private static String zoneOf(long seed) {
    return System.getProperty("jdbcmirror.test.zone", ZONES.get((int) (seed % ZONES.size())));
  }

  final MirroredApp start(String zone) {
    return start(zone, "exposure", "1.0");
  }

  final MirroredApp start(String zone, String key, String value) {
    MirroredApp app =
        apps.script(source, target)
            .set("queue.max-bytes", "256m")
            .set("compare.results", "checksum")
            .set(key, value)
            .jvm("-Xmx1g", "-Duser.timezone=" + zone)
            .start();
    app.run(scene -> scene.connect().close()); // metrics begin with the first driver
    return app;
  }

  private Report assertSame(MirroredApp app, long firstSeed, int count) throws Exception {
    Vendor itsVendor = vendor;
    Metrics before = app.drain();
    Report report = app.ask(scene -> ProgramRunner.run(scene, itsVendor, firstSeed, count));
    String accounts = accounts(before, app.drain());
    try (ProgramTables tables = new ProgramTables(source, target)) {
      Map<String, String> differences = tables.differences();
      assertThat(tables.count()).as("tables to compare").isPositive();
      tables.drop();
      if (!accounts.isEmpty() || !differences.isEmpty()) {
        problems.add(accounts + differences + "\n" + explain(app, firstSeed, count, differences));
        assertProblems(MOST_PROBLEMS);
      }
    }
    return report;
  }

  /** What is not as it is for programs of supported steps; empty if all is. */
  private static String accounts(Metrics before, Metrics after) {
    return wrong(after) == wrong(before) ? "" : after.toString();
  }

  private void finish(MirroredApp app) {
    noteUnexplained(app);
    app.exit();
  }

  /**
   * A difference may be told some seconds after its program: its table has the seed in its name.
   */
  private void noteUnexplained(MirroredApp app) {
    long unexplained =
        app.compared().count("mirror_differences_total", "attribution", "unexplained");
    if (unexplained > 0) {
      problems.add(
          DigestList.of(app, "?sort=differences").ids(digest -> digest.unexplained() > 0).stream()
              .map(id -> app.get("/api/digests/" + id).body())
              .collect(Collectors.joining("\n", unexplained + " differ, unexplained: ", "")));
    }
  }

  private static long wrong(Metrics metrics) {
    return metrics.failed()
        + metrics.dropped()
        + metrics.filtered()
        + metrics.unsampled()
        + metrics.errors()
        + metrics.count("mirror_capture_failures_total")
        + metrics.discarded()
        - metrics.discarded("rolled_back")
        - metrics.discarded("source_error");
  }

  /** Finds the programs at fault and prints them, as short as they get. */
  private String explain(
      MirroredApp app, long firstSeed, int count, Map<String, String> differences)
      throws Exception {
    TreeSet<Long> seeds = new TreeSet<>();
    differences.keySet().forEach(table -> seeds.add(seedOf(table)));
    for (long seed = firstSeed; seeds.size() < SHOWN && seed < firstSeed + count; seed++) {
      seeds.add(seed);
    }
    List<String> found = new ArrayList<>();
    for (long seed : seeds) {
      Program program = ProgramGenerator.generate(vendor, seed);
      String text =
          new Culprit(program, lines -> attempt(app, seed, lines), RUNS_TO_SHORTEN).describe();
      if (!text.isEmpty()) {
        found.add(text);
      }
      if (found.size() == SHOWN) {
        break;
      }
    }
    return found.isEmpty()
        ? "No program alone, all together: seeds " + firstSeed + " and " + (count - 1) + " more"
        : String.join("\n", found);
  }

  private Trial attempt(MirroredApp app, long seed, List<Integer> lines) throws Exception {
    Vendor itsVendor = vendor;
    Metrics before = app.metrics();
    ArrayList<Integer> kept = new ArrayList<>(lines);
    Report report = app.ask(scene -> ProgramRunner.run(scene, itsVendor, seed, kept));
    String accounts = accounts(before, app.drain());
    try (ProgramTables tables = new ProgramTables(source, target)) {
      Problem problem = new Problem(tables.differences(), accounts);
      tables.drop();
      return new Trial(report, problem);
    }
  }

  private static long seedOf(String table) {
    return Long.parseLong(table.substring(1, table.indexOf('_')));
  }
}
