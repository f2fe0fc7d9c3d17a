package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ParameterHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Setters whose arguments are not captured: what they bind lives on the source alone. */
final class OpaqueSetterInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "setBytes(I[BZ)V", // MySQL: SQL as it stands, such as DEFAULT
          "setNull(ILcom/mysql/cj/MysqlType;)V",
          "setBigInteger(ILjava/math/BigInteger;)V",
          "setRef(ILjava/sql/Ref;)V",
          "setRowId(ILjava/sql/RowId;)V");

  private OpaqueSetterInstrumentation() {}

  static final class OpaqueSetterAdvice {
    private OpaqueSetterAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@State @Nullable Object statement, @Advice.Argument(0) int index) {
      if (ParameterHooks.records(statement)) {
        ParameterHooks.opaqueParameter(statement, index);
      }
    }
  }
}
