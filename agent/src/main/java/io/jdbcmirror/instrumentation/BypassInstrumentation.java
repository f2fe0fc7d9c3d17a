package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.StatementHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Work that passes {@code Statement} by: rows changed through a result set, where the driver issues
 * no statement for it, and PostgreSQL's large objects and fast-path calls.
 */
final class BypassInstrumentation {
  /** Of an updatable {@link java.sql.ResultSet}. */
  static final JdbcMethods ROW_METHODS =
      JdbcMethods.of("insertRow()V", "updateRow()V", "deleteRow()V");

  /** Reads the row again, for which some drivers run a query of their own. */
  static final JdbcMethods REFRESH = JdbcMethods.of("refreshRow()V");

  /** Large objects work through it too, whatever their own API is. */
  static final String FAST_PATH = "org/postgresql/fastpath/Fastpath";

  /** In which all others of its methods end that reach the server. */
  static final JdbcMethods FAST_PATH_METHODS =
      JdbcMethods.of("fastpath(I[Lorg/postgresql/fastpath/FastpathArg;)[");

  private BypassInstrumentation() {}

  static final class BypassAdvice {
    private BypassAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.This Object owner) {
      return StatementHooks.enterBypass(owner);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter Object token, @Advice.Thrown Throwable thrown) {
      StatementHooks.exitBypass(token, thrown);
    }
  }
}
