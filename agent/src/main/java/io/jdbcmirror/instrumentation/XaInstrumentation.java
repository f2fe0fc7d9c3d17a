package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import net.bytebuddy.asm.Advice;

/**
 * Where connections are opened for distributed transactions, which may begin and end without a word
 * of SQL: by the data source, and where the driver opens another when it needs one (Derby).
 */
final class XaInstrumentation {
  static final JdbcMethods DATA_SOURCE =
      JdbcMethods.of(
          "getXAConnection()L", "getXAConnection(Ljava/lang/String;Ljava/lang/String;)L");

  /** A class that declares it is an {@link javax.sql.XAConnection}. */
  static final JdbcMethods CONNECTION_MARK = JdbcMethods.of("getXAResource()L");

  static final JdbcMethods CONNECTION = JdbcMethods.of("getConnection()L");
  static final JdbcMethods RESOURCE = JdbcMethods.of("start(Ljavax/transaction/xa/Xid;I)V");

  private XaInstrumentation() {}

  static final class XaAdvice {
    private XaAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter() {
      ConnectionHooks.enterXaConnect();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit() {
      ConnectionHooks.exitXaConnect();
    }
  }
}
