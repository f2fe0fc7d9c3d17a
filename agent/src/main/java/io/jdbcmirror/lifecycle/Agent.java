package io.jdbcmirror.lifecycle;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.config.ConfigException;
import io.jdbcmirror.instrumentation.FirstDriver;
import io.jdbcmirror.instrumentation.JdbcTransformer;
import io.jdbcmirror.support.AgentLog;
import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's first class in its own loader. Reads the settings and begins to watch the classes the
 * application loads; everything else waits for the first JDBC driver, so that a JVM that uses none
 * gets no thread, no port and not a word.
 */
public final class Agent {
  private Agent() {}

  /**
   * Before the application. Of this and {@link #agentmain} one is called, once.
   *
   * @param arguments of the agent, as the JVM gives them
   */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    watch(arguments, instrumentation);
  }

  /** While the application runs already. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    if (watch(arguments, instrumentation)) {
      JdbcTransformer.retransformLoaded(instrumentation);
    }
  }

  private static boolean watch(@Nullable String arguments, Instrumentation instrumentation) {
    AgentLog.open();
    Config config = read(arguments);
    if (config == null || !config.enabled()) {
      return false;
    }
    boolean mirrors = config.targetUrl() != null;
    instrumentation.addTransformer(
        new JdbcTransformer(instrumentation, mirrors, new Start(config)), true);
    return true;
  }

  /** Never with a guess: a mistyped exposure must not become 1.0. */
  private static @Nullable Config read(@Nullable String arguments) {
    try {
      return Config.load(arguments);
    } catch (ConfigException e) {
      warn(e.warnings());
      for (String problem : e.problems()) {
        AgentLog.error(problem);
      }
      AgentLog.error("the application runs unmirrored");
      return null;
    }
  }

  private static void warn(List<String> warnings) {
    for (String warning : warnings) {
      AgentLog.warn(warning);
    }
  }

  /** Not a lambda: the first one costs start-up time, also where no driver ever comes. */
  private static final class Start implements FirstDriver {
    private final Config config;
    private @Nullable MirrorService service; // guarded by this

    Start(Config config) {
      this.config = config;
    }

    @Override
    public synchronized void prepare() {
      if (service == null) {
        service = new MirrorService(config);
      }
    }

    @Override
    public synchronized void begin() {
      warn(config.warnings());
      if (config.targetUrl() == null) {
        AgentLog.warn("target.url is not set: nothing is mirrored");
        return;
      }
      prepare();
      if (service != null) {
        service.start();
      }
    }
  }
}
