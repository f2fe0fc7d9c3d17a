package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.JdbcHooks;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Work that passes {@code Statement} by: rows changed through a result set, where the driver issues
 * no statement for it, and PostgreSQL's copy and large-object APIs.
 */
final class BypassInstrumentation {
  /** Of an updatable {@link java.sql.ResultSet}. */
  static final JdbcMethods ROW_METHODS =
      JdbcMethods.of("insertRow()V", "updateRow()V", "deleteRow()V");

  /** Reads the row again, for which some drivers run a query of their own. */
  static final JdbcMethods REFRESH = JdbcMethods.of("refreshRow()V");

  /** Classes whose public methods all work on the connection their constructor was given. */
  static final Set<String> API_CLASSES =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "org/postgresql/copy/CopyManager",
                  "org/postgresql/largeobject/LargeObjectManager")));

  private BypassInstrumentation() {}

  static final class BypassAdvice {
    private BypassAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.This Object owner) {
      return JdbcHooks.enterBypass(owner);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(@Advice.Enter Object token, @Advice.Thrown Throwable thrown) {
      JdbcHooks.exitBypass(token, thrown);
    }
  }
}
