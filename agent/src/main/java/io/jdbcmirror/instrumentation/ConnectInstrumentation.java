package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import java.util.Properties;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** {@link java.sql.Driver#connect}: where a connection is born and its URL is known. */
final class ConnectInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of("connect(Ljava/lang/String;Ljava/util/Properties;)L");

  private ConnectInstrumentation() {}

  static final class ConnectAdvice {
    private ConnectAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter() {
      return ConnectionHooks.enterConnect();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean entered,
        @Advice.This Object driver,
        @Advice.Argument(0) String url,
        @Advice.Argument(1) Properties info,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object connection) {
      if (entered) {
        ConnectionHooks.exitConnect(driver, url, info, connection);
      }
    }
  }
}
