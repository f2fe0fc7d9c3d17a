package io.jdbcmirror.benchmarks.fork;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The application's side of {@link Measured}: each line of its input is a command, and has one line
 * of output for an answer. What a command throws ends the application.
 */
public final class Commands {
  /** What the application can be told. */
  public interface Handler {
    /**
     * @param words the command and its arguments
     * @return the answer, of one line
     */
    String handle(String[] words) throws Exception;
  }

  private Commands() {}

  /** Until the input ends. */
  public static void serve(Handler handler) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(handler.handle(line.split(" ")));
    }
  }
}
