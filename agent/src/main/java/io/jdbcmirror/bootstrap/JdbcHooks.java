package io.jdbcmirror.bootstrap;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The static way from instrumented driver code to the handler, one class of hooks for each kind of
 * object. No hook throws, none waits, and without a handler none does anything.
 */
public final class JdbcHooks {
  private static final AtomicBoolean CLAIMED = new AtomicBoolean();
  private static volatile @Nullable JdbcHandler handler;

  private JdbcHooks() {}

  /**
   * @return true for the first agent in this JVM, false for every further one
   */
  public static boolean claim() {
    return CLAIMED.compareAndSet(false, true);
  }

  /** The names under which {@link JdbcHandler#failed} is told of a failed hook. */
  public static String[] names() {
    return new String[] {
      "connect",
      "statement",
      "execute",
      "parameter",
      "connection",
      "array",
      "derived",
      "keys",
      "bypass",
      "copy",
      "internal"
    };
  }

  /**
   * @param newHandler null switches all hooks off
   */
  public static void install(@Nullable JdbcHandler newHandler) {
    handler = newHandler;
  }

  static @Nullable JdbcHandler handler() {
    return handler;
  }

  static void failed(JdbcHandler h, String hook, Throwable thrown) {
    try {
      h.failed(hook, thrown);
    } catch (Throwable t) {
      handler = null; // cannot even count: out of the application's way for good
    }
  }
}
