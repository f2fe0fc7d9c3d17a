package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Methods of a driver's own that its data sources call to make a connection, instead of {@link
 * java.sql.Driver#connect}.
 */
final class FactoryInstrumentation {
  /** Application classes have methods like these. */
  static final Set<String> CLASSES =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "org/mariadb/jdbc/Driver",
                  "org/mariadb/jdbc/NonRegisteringDriver",
                  "org/sqlite/JDBC",
                  "org/hsqldb/jdbc/JDBCDriver",
                  "org/apache/derby/iapi/jdbc/InternalDriver",
                  "org/apache/derby/jdbc/InternalDriver")));

  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "connect(Lorg/mariadb/jdbc/Configuration;)L",
          "createConnection(Ljava/lang/String;Ljava/util/Properties;)L",
          "getConnection(Ljava/lang/String;Ljava/util/Properties;)L",
          "connect(Ljava/lang/String;Ljava/util/Properties;I)L");

  private FactoryInstrumentation() {}

  static final class FactoryAdvice {
    private FactoryAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object origin,
        @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC) Object info,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object connection) {
      ConnectionHooks.connectionMade(connection, origin, info);
    }
  }
}
