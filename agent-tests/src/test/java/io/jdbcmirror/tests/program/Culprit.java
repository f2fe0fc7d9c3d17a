package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.program.ProgramRunner.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes a program that fails as short as it gets: leaves out lines, in ever smaller pieces, as long
 * as the rest still fails.
 */
final class Culprit {
  /**
   * What went wrong.
   *
   * @param tables that differ, and how
   * @param accounts that are not as they should be; empty if they are
   */
  record Problem(Map<String, String> tables, String accounts) {
    boolean isNone() {
      return tables.isEmpty() && accounts.isEmpty();
    }

    boolean isLike(Problem other) {
      return !isNone() && tables.isEmpty() == other.tables.isEmpty();
    }

    @Override
    public String toString() {
      return (tables.isEmpty() ? "" : tables + "\n") + accounts;
    }
  }

  /** A run of some lines of a program by themselves. */
  record Trial(Report report, Problem problem) {}

  interface Runner {
    Trial run(List<Integer> lines) throws Exception;
  }

  private final Program program;
  private final Runner runner;
  private final int mostRuns;
  private int runs;

  Culprit(Program program, Runner runner, int mostRuns) {
    this.program = program;
    this.runner = runner;
    this.mostRuns = mostRuns;
  }

  /** A printed program and what it does wrong; empty if it does nothing wrong by itself. */
  String describe() throws Exception {
    List<Integer> lines = IntStream.range(0, program.lines().size()).boxed().toList();
    Problem problem = problem(lines);
    if (problem.isNone()) {
      return "";
    }
    List<Integer> fewest = shortened(lines, problem);
    Trial last = runner.run(fewest);
    Program shortest = program.only(fewest);
    return "Seed %d on %s, as %s:%n%s%s"
        .formatted(
            program.seed(),
            program.vendor(),
            write(shortest),
            shortest.body(last.report().failures()),
            last.problem());
  }

  /** To a file that Java runs as it is. */
  private static Path write(Program program) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "programs"));
    Path file = folder.resolve(program.className() + ".java");
    return Files.writeString(file, program.toString()).toAbsolutePath();
  }

  private List<Integer> shortened(List<Integer> all, Problem problem) throws Exception {
    List<Integer> lines = all;
    for (int piece = lines.size() / 2; piece > 0; piece = Math.min(piece / 2, lines.size())) {
      for (int from = lines.size() - piece; from > -piece; from -= piece) {
        List<Integer> fewer = without(lines, Math.max(0, from), from + piece);
        if (runs < mostRuns && problem(fewer).isLike(problem)) {
          lines = fewer;
        }
      }
    }
    return lines;
  }

  private static List<Integer> without(List<Integer> lines, int from, int to) {
    List<Integer> left = new ArrayList<>(lines.subList(0, Math.min(from, lines.size())));
    left.addAll(lines.subList(Math.min(to, lines.size()), lines.size()));
    return left;
  }

  private Problem problem(List<Integer> lines) throws Exception {
    runs++;
    return runner.run(lines).problem();
  }
}
