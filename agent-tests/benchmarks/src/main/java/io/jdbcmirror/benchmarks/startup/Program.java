package io.jdbcmirror.benchmarks.startup;

import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.tests.app8.PlainDriver;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.Driver;

/** A program that is started, says {@code first}, and ends by itself. */
record Program(String name, Class<?> main, String goal) {
  static final Program QUERY =
      new Program("program on H2", QueryProgram.class, "+300 to the first query");
  static final Program PLAIN = new Program("program without JDBC", PlainProgram.class, "+50");

  /**
   * Runs it to its end.
   *
   * @throws IllegalStateException if it has failed
   */
  Start start(Jvm jvm) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(jvm.java().toString(), "-Xmx256m"));
    command.addAll(jvm.options());
    command.addAll(List.of("-cp", classPath(), main.getName()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    long start = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String said = out.readLine();
      long first = System.nanoTime() - start;
      int status = process.waitFor();
      long end = System.nanoTime() - start;
      if (status != 0 || !Objects.equals(said, "first")) {
        throw new IllegalStateException(command + " has ended with " + status + ": " + said);
      }
      return new Start(first / 1e6, end / 1e6);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Nothing but itself, its driver, and what the other driver beside it is made of. */
  private String classPath() {
    return Stream.of(main, Driver.class, PlainDriver.class)
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
