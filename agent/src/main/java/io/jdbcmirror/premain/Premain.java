package io.jdbcmirror.premain;

import io.jdbcmirror.bootstrap.JdbcHooks;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Entry for {@code -javaagent}, for attaching at run time and for {@code Launcher-Agent-Class}.
 * Does almost nothing and lets nothing out: a throwing {@code premain} would end the JVM.
 */
public final class Premain {
  private static final String AGENT = "io.jdbcmirror.lifecycle.Agent";

  private Premain() {}

  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, false);
  }

  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, true);
  }

  private static void start(
      @Nullable String arguments, Instrumentation instrumentation, boolean attached) {
    try {
      File jar = AgentJar.locate();
      if (Premain.class.getClassLoader() != null) {
        startFromBootstrapLoader(arguments, instrumentation, attached, jar);
      } else if (JdbcHooks.claim()) {
        startAgent(arguments, instrumentation, attached, jar);
      } else {
        say("already attached to this JVM; this one does nothing");
      }
    } catch (Throwable t) {
      Throwable cause = t.getCause() == null ? t : t.getCause();
      say("error: could not start, the application runs unmirrored: " + cause);
    }
  }

  /**
   * The manifest's {@code Boot-Class-Path} names the jar; where it was renamed this class came from
   * the class path instead, and the bootstrap room is opened now. The JVM then prints a
   * class-sharing warning on some versions.
   */
  private static void startFromBootstrapLoader(
      @Nullable String arguments, Instrumentation instrumentation, boolean attached, File jar)
      throws IOException, ReflectiveOperationException {
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar));
    Class.forName(Premain.class.getName(), true, null)
        .getMethod(attached ? "agentmain" : "premain", String.class, Instrumentation.class)
        .invoke(null, arguments, instrumentation);
  }

  private static void startAgent(
      @Nullable String arguments, Instrumentation instrumentation, boolean attached, File jar)
      throws IOException, ReflectiveOperationException {
    new AgentClassLoader(jar)
        .loadClass(AGENT)
        .getMethod("start", String.class, Instrumentation.class, boolean.class)
        .invoke(null, arguments, instrumentation, attached);
  }

  private static void say(String message) {
    try {
      System.err.println("jdbc-mirror: " + message);
    } catch (Throwable t) {
      return; // nowhere left to say it
    }
  }
}
