package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ConnectionHooks;
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

  /** Of connections: pgjdbc looks functions up, MariaDB's driver asks for what it does not know. */
  static final JdbcMethods CONNECTION_METHODS =
      JdbcMethods.of("getLargeObjectAPI()L", "getWarnings()L", "getLowercaseTableNames()I");

  /** Of {@code XAResource}: a question, which some drivers put as SQL. */
  static final JdbcMethods RECOVERY = JdbcMethods.of("recover(I)[");

  private static final JdbcMethods OF_STATEMENTS =
      JdbcMethods.of("getParameterMetaData()L", "getMetaData()L");

  private MetaDataInstrumentation() {}

  /**
   * Methods of a statement inside which drivers ask the server: for its metadata, and, MariaDB's,
   * where an OUT parameter of that name stands.
   */
  static boolean isOfStatement(String name, String descriptor) {
    return OF_STATEMENTS.contains(name, descriptor)
        || (name.startsWith("get") && descriptor.startsWith("(Ljava/lang/String;"));
  }

  static final class MetaDataAdvice {
    private MetaDataAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {
      ConnectionHooks.enterInternal();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit() {
      ConnectionHooks.exitInternal();
    }
  }
}
