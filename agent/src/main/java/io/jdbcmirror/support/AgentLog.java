package io.jdbcmirror.support;

import java.io.PrintStream;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The agent's words to the operator: single lines on standard error, never a stack trace, never on
 * standard output. Callers keep secrets out: no literal, bind value or password may reach a
 * message.
 *
 * <p>Thread-safe. Not java.util.logging: loading it in an agent breaks application servers that
 * install a log manager of their own.
 */
public final class AgentLog {
  private static final String PREFIX = "jdbc-mirror: ";
  private static final int MAX_REMEMBERED = 1_000;
  private static final Set<String> SAID =
      Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());

  private AgentLog() {}

  /** Loads this class, so that whatever else of the jar is missing, somebody can say it. */
  public static void open() {
    // Being called is all it takes.
  }

  public static void info(String message) {
    print(message);
  }

  public static void warn(String message) {
    print("warning: " + message);
  }

  public static void error(String message) {
    print("error: " + message);
  }

  /**
   * Says it the first time {@code key} is seen; after 1,000 different keys, nothing new is said.
   */
  public static void warnOnce(String key, String message) {
    if (SAID.size() < MAX_REMEMBERED && SAID.add(key)) {
      warn(message);
    }
  }

  /**
   * A throwable in one line, without its message, which may quote the row that failed.
   *
   * @return class name and, where there is one, the first frame
   */
  public static String describe(@Nullable Throwable thrown) {
    if (thrown == null) {
      return "unknown";
    }
    StackTraceElement[] frames = thrown.getStackTrace();
    String name = thrown.getClass().getName();
    return frames.length == 0 ? name : name + " at " + frames[0];
  }

  /** Of a class that does not verify, the JVM tells on many lines. */
  public static String firstLine(@Nullable String text) {
    String all = String.valueOf(text);
    int end = all.indexOf('\n');
    return end < 0 ? all : all.substring(0, end);
  }

  // Application code may have replaced System.err; that is where its operator looks.
  @AllowForbidden
  private static void print(String message) {
    PrintStream err = System.err;
    if (err != null) {
      err.println(PREFIX + message);
    }
  }
}
