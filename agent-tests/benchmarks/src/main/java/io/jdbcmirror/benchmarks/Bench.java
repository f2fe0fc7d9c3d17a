package io.jdbcmirror.benchmarks;

import io.jdbcmirror.benchmarks.call.CallCost;
import io.jdbcmirror.benchmarks.growth.Growth;
import io.jdbcmirror.benchmarks.memory.Memory;
import io.jdbcmirror.benchmarks.rate.Rate;
import io.jdbcmirror.benchmarks.real.RealCall;
import io.jdbcmirror.benchmarks.startup.StartUp;
import io.jdbcmirror.benchmarks.throughput.Throughput;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the benchmarks. */
@Command(
    name = "scripts/bench.sh",
    mixinStandardHelpOptions = true,
    description = "Measures what the agent costs, each figure beside its baseline.")
public final class Bench implements Callable<Integer> {
  private static final List<Question> QUESTIONS =
      List.of(
          new CallCost(),
          new RealCall(),
          new StartUp(),
          new Throughput(),
          new Rate(),
          new Growth(),
          new Memory());

  @Parameters(
      paramLabel = "QUESTION",
      arity = "0..*",
      description =
          "which; without any, all of them: call, real, startup, throughput, rate, growth, memory")
  private List<String> wanted = List.of();

  @Option(
      names = "--quick",
      description = "a tenth of the work, to see that it runs; its figures say little")
  private boolean quick;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "how often each variant is measured, all of them in turn: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--share",
      paramLabel = "OF_1",
      defaultValue = "1.0",
      description = "how much of the work is done in each: ${DEFAULT-VALUE}")
  private double share;

  @Option(
      names = "--results",
      description =
          "the file that takes the tables, too; pictures go into the folder plots beside it")
  private @Nullable Path results;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    for (String name : wanted) {
      if (QUESTIONS.stream().noneMatch(question -> question.name().equals(name))) {
        System.err.println("unknown question: " + name + "; see --help");
        return CommandLine.ExitCode.USAGE;
      }
    }
    Effort effort;
    try {
      effort = quick ? Effort.QUICK : new Effort(rounds, share);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    for (Question question : QUESTIONS) {
      if (wanted.isEmpty() || wanted.contains(question.name())) {
        answer(question, effort);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private void answer(Question question, Effort effort) throws Exception {
    String machine = Machine.describe();
    Section answer = question.answer(effort);
    System.out.println("== " + question.title() + "\n\n" + answer);
    if (results != null) {
      new ResultsFile(results).put(question.title(), machine + "; " + effort + "\n\n" + answer);
      answer.draw(results.resolveSibling(Section.PICTURES));
    }
  }
}
