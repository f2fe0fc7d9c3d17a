package io.jdbcmirror.premain;

import java.io.File;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Entry for {@code -javaagent}, for attaching at run time and for {@code Launcher-Agent-Class}.
 * Does almost nothing and lets nothing out: a throwing {@code premain} would end the JVM.
 */
public final class Premain {
  private static final String AGENT = "io.jdbcmirror.lifecycle.Agent";

  /** Of the JVM: the system loader knows one class of this name, however many agents there are. */
  private static boolean attached; // guarded by the class

  private Premain() {}

  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, false);
  }

  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, true);
  }

  private static void start(
      @Nullable String arguments, Instrumentation instrumentation, boolean atRunTime) {
    if (!isFirst()) {
      say("already attached to this JVM; this one does nothing");
      return;
    }
    try {
      File jar = AgentJar.locate();
      new AgentClassLoader(jar)
          .loadClass(AGENT)
          .getMethod("start", File.class, String.class, Instrumentation.class, boolean.class)
          .invoke(null, jar, arguments, instrumentation, atRunTime);
    } catch (Throwable t) {
      Throwable cause = t.getCause() == null ? t : t.getCause();
      say("error: could not start, the application runs unmirrored: " + firstLine(cause));
    }
  }

  /** Not an {@code AtomicBoolean}: the first of a JVM costs milliseconds. */
  private static synchronized boolean isFirst() {
    boolean first = !attached;
    attached = true;
    return first;
  }

  /** Of a class that does not verify, the JVM tells on many lines. */
  static String firstLine(Throwable t) {
    String text = String.valueOf(t);
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  static void say(String message) {
    try {
      System.err.println("jdbc-mirror: " + message);
    } catch (Throwable t) {
      return; // nowhere left to say it
    }
  }
}
