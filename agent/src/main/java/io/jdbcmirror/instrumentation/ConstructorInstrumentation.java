package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import io.jdbcmirror.bootstrap.StatementHooks;
import java.util.Properties;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Constructors of connections that a driver's data source calls without its driver: H2 2.x ({@code
 * JdbcDataSource.getConnection} makes a {@code JdbcConnection} itself).
 */
final class ConstructorInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "<init>(Ljava/lang/String;Ljava/util/Properties;Ljava/lang/String;Ljava/lang/Object;Z)V");

  /** H2's and HSQLDB's pools and XA hand out connections that share the session of another. */
  static final JdbcMethods COPIES =
      JdbcMethods.of(
          "<init>(Lorg/h2/jdbc/JdbcConnection;)V",
          "<init>(Lorg/hsqldb/jdbc/JDBCConnection;Lorg/hsqldb/jdbc/JDBCConnectionEventListener;)V");

  private ConstructorInstrumentation() {}

  /** What was made from a connection belongs to its session. */
  static final class DerivedAdvice {
    private DerivedAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object made,
        @Advice.Argument(value = 0, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object connection) {
      StatementHooks.derived(connection, made);
    }
  }

  static final class ConstructorAdvice {
    private ConstructorAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object connection,
        @Advice.Argument(0) String url,
        @Advice.Argument(1) Properties info,
        @Advice.Argument(2) String user,
        @Advice.Argument(3) Object password) {
      ConnectionHooks.connectionConstructed(connection, url, info, user, password);
    }
  }
}
