package io.jdbcmirror.command;

import io.jdbcmirror.report.TextReport;
import io.jdbcmirror.support.AgentLog;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a report; the exit status is its verdict, for pipelines. */
@Command(
    name = "report",
    description =
        "Prints a report that the agent has written as JSON; the exit status is its verdict.",
    mixinStandardHelpOptions = true,
    versionProvider = Program.class,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:ready",
      "1:the file cannot be read, or is no report",
      "2:wrong usage",
      "3:not ready",
      "4:not enough data"
    })
final class ReportCommand implements Callable<Integer> {
  private static final int READY = 0;
  private static final int UNREADABLE = 1;
  private static final int NOT_READY = 3;
  private static final int NOT_ENOUGH_DATA = 4;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1",
      paramLabel = "FILE.json",
      description = "what report.file or /report.json gave")
  private @Nullable File file;

  @Override
  public Integer call() {
    if (spec == null || file == null) {
      throw new IllegalStateException("the command was not parsed");
    }
    PrintWriter err = spec.commandLine().getErr();
    try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
      TextReport report = TextReport.read(in);
      PrintWriter out = spec.commandLine().getOut();
      out.print(report.text());
      out.flush();
      return status(report);
    } catch (IOException e) {
      err.println("jdbc-mirror: " + file + " cannot be read: " + reason(e));
      return UNREADABLE;
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileNotFoundException
        ? "there is no such file, or it may not be read"
        : AgentLog.firstLine(e.getMessage());
  }

  private static int status(TextReport report) {
    switch (report.readiness()) {
      case READY:
        return READY;
      case NOT_READY:
        return NOT_READY;
      default:
        return NOT_ENOUGH_DATA;
    }
  }
}
