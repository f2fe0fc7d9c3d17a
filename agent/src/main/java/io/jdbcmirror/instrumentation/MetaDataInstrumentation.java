package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.JdbcHooks;
import net.bytebuddy.asm.Advice;

/**
 * Every method of a driver's {@link java.sql.DatabaseMetaData} and {@link
 * java.sql.ResultSetMetaData}, also those of its own that its result sets call: the statements that
 * drivers run for them are no requests.
 */
final class MetaDataInstrumentation {
  /** A class that declares one of these is a metadata class. */
  static final JdbcMethods MARKS =
      JdbcMethods.of(
          "getTables(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;)L",
          "getPrimaryKeys(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)L",
          "getColumnTypeName(I)L");

  private MetaDataInstrumentation() {}

  static final class MetaDataAdvice {
    private MetaDataAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {
      JdbcHooks.enterInternal();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit() {
      JdbcHooks.exitInternal();
    }
  }
}
