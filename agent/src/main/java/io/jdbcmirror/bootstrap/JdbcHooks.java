package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * The static way from instrumented driver code to the handler, one class of hooks for each kind of
 * object. No hook throws, none waits, and without a handler none does anything.
 */
public final class JdbcHooks {
  /** Hooks that did nothing, of nobody knows which connections. */
  public static final String SKIPPED = "skipped";

  private static final UntoldFault SKIPPED_HOOK =
      new UntoldFault(SKIPPED, null, new SkippedHook(), null);

  private static volatile @Nullable JdbcHandler handler;
  private static volatile @Nullable JdbcHandler ending;
  private static volatile @Nullable UntoldFault untold;

  private JdbcHooks() {}

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
      "results",
      "keys",
      "bypass",
      "copy",
      "internal",
      SKIPPED
    };
  }

  /**
   * @param newHandler null switches all hooks off
   */
  public static void install(@Nullable JdbcHandler newHandler) {
    ending = newHandler;
    handler = newHandler;
  }

  /**
   * Nothing begins any more; calls that have a token are still told of their end, so that no thread
   * is left holding what it was inside of.
   */
  public static void letEnd() {
    handler = null;
  }

  static @Nullable JdbcHandler handler() {
    JdbcHandler h = handler;
    return untold == null || h == null || tell(h) ? h : null;
  }

  /** For the ends of calls that were given a token. */
  static @Nullable JdbcHandler ending() {
    return ending;
  }

  /**
   * At the end of the stack, or of the heap, the handler fails again as it is told of the fault: it
   * is told once more at the next hook, before that one does anything. Where that fails too, hooks
   * do nothing until the handler can be told just this: all that it follows is then in doubt.
   */
  static void failed(JdbcHandler h, String hook, @Nullable Object subject, Throwable thrown) {
    try {
      h.failed(hook, subject, thrown);
    } catch (Throwable again) {
      keep(hook, subject, thrown);
    }
  }

  private static void keep(String hook, @Nullable Object subject, Throwable thrown) {
    try {
      synchronized (JdbcHooks.class) {
        untold = new UntoldFault(hook, subject, thrown, untold);
      }
    } catch (Throwable t) {
      untold = SKIPPED_HOOK; // cannot even be kept
    }
  }

  private static boolean tell(JdbcHandler h) {
    try {
      UntoldFault each;
      synchronized (JdbcHooks.class) {
        each = untold;
        untold = null;
      }
      for (; each != null; each = each.next) {
        h.failed(each.hook, each.subject, each.thrown);
      }
      return true;
    } catch (Throwable t) {
      untold = SKIPPED_HOOK; // stands for what was not told as well
      return false;
    }
  }
}
