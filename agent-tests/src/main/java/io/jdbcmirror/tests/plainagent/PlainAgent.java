package io.jdbcmirror.tests.plainagent;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing: what a JVM says of it, it says of any. */
public final class PlainAgent {
  private PlainAgent() {}

  public static void premain(String arguments, Instrumentation instrumentation) {
    agentmain(arguments, instrumentation);
  }

  public static void agentmain(String arguments, Instrumentation instrumentation) {
    if (!instrumentation.isRetransformClassesSupported()) {
      throw new IllegalStateException("not what a real agent is");
    }
  }
}
