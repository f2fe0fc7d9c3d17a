package io.jdbcmirror.premain;

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
    start("premain", arguments, instrumentation);
  }

  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    start("agentmain", arguments, instrumentation);
  }

  /**
   * The agent has an entry of the same name and form: for a method of another form newer JVMs
   * generate a dozen classes of their own, which takes a fifth of all that is done here.
   */
  private static void start(
      String entry, @Nullable String arguments, Instrumentation instrumentation) {
    if (!isFirst()) {
      say("already attached to this JVM; this one does nothing");
      return;
    }
    try {
      new AgentClassLoader(AgentJar.locate())
          .loadClass(AGENT)
          .getMethod(entry, String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
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
