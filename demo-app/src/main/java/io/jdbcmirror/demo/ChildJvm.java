package io.jdbcmirror.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A JVM started by this one, with the same class path. It ends when its standard input does, which
 * is also what it sees if this process is killed.
 */
final class ChildJvm implements AutoCloseable {
  private static final int SECONDS_TO_STOP = 20;

  private final Process process;
  private final List<Thread> readers;

  private ChildJvm(Process process, List<Thread> readers) {
    this.process = process;
    this.readers = readers;
  }

  /**
   * @param environment besides what is inherited; passwords go here, not into the command line
   * @param output takes each line of standard output, on a thread of its own
   * @param errors the same for standard error
   */
  static ChildJvm start(
      List<String> jvmOptions,
      Class<?> program,
      List<String> arguments,
      Map<String, String> environment,
      Consumer<String> output,
      Consumer<String> errors)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.start();
    return new ChildJvm(
        process,
        List.of(read(process.getInputStream(), output), read(process.getErrorStream(), errors)));
  }

  private static Thread read(InputStream stream, Consumer<String> lines) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader text =
                  new BufferedReader(new InputStreamReader(stream, Charset.defaultCharset()))) {
                text.lines().forEach(lines);
              } catch (IOException | UncheckedIOException ended) {
                // The process is gone, and so is what it had to say.
              }
            },
            "demo-reader");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  CompletableFuture<?> onExit() {
    return process.onExit();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Asks the process to end, makes it end if it does not, and waits for its last words.
   *
   * @return its exit status
   */
  int stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      // Then there is nothing to ask.
    }
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      int status = process.waitFor();
      for (Thread reader : readers) {
        reader.join(1_000);
      }
      return status;
    } catch (InterruptedException hurry) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
