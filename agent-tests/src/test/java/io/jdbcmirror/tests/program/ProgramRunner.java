package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Runs programs in the application that is mirrored. */
public final class ProgramRunner {
  /**
   * What running programs came to.
   *
   * @param done lines that did what they say
   * @param failures of the last program, by the number of its line
   */
  public record Report(long done, long failed, TreeMap<Integer, String> failures)
      implements Serializable {
    Report plus(Report other) {
      return new Report(done + other.done, failed + other.failed, other.failures);
    }
  }

  static final Report NOTHING = new Report(0, 0, new TreeMap<>());

  private ProgramRunner() {}

  /** Runs the programs of some seeds in a row. */
  public static Report run(Scene scene, Vendor vendor, long firstSeed, int count)
      throws SQLException {
    return run(scene, vendor, LongStream.range(firstSeed, firstSeed + count).boxed().toList());
  }

  /** Runs the programs of these seeds. */
  public static Report run(Scene scene, Vendor vendor, List<Long> seeds) throws SQLException {
    Report report = NOTHING;
    for (long seed : seeds) {
      report = report.plus(run(scene, ProgramGenerator.generate(vendor, seed)));
    }
    return report;
  }

  /** Runs programs whose transactions only add rows of their own. */
  public static Report runOwnRows(Scene scene, Vendor vendor, int count) throws SQLException {
    Report report = NOTHING;
    for (long seed = 1; seed <= count; seed++) {
      report = report.plus(run(scene, OwnRows.generate(vendor, seed)));
    }
    return report;
  }

  /** Runs some lines of the program of one seed. */
  public static Report run(Scene scene, Vendor vendor, long seed, List<Integer> lines)
      throws SQLException {
    return run(scene, ProgramGenerator.generate(vendor, seed).only(lines));
  }

  private static Report run(Scene scene, Program program) throws SQLException {
    String url = Dialect.of(program.vendor()).impatient(scene.url());
    ProgramRuntime.useDatabase(url, scene.user(), scene.password());
    ProgramRun run = ProgramRun.of(program);
    return new Report(run.done(), run.failures().size(), run.failures());
  }
}
