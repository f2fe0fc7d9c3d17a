package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ParameterHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** The setters of {@link java.sql.PreparedStatement} whose arguments are carried. */
final class SetterInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "setNull(II)V",
          "setNull(IILjava/lang/String;)V",
          "setBoolean(IZ)V",
          "setByte(IB)V",
          "setShort(IS)V",
          "setInt(II)V",
          "setLong(IJ)V",
          "setFloat(IF)V",
          "setDouble(ID)V",
          "setBigDecimal(ILjava/math/BigDecimal;)V",
          "setString(ILjava/lang/String;)V",
          "setNString(ILjava/lang/String;)V",
          "setBytes(I[B)V",
          "setDate(ILjava/sql/Date;)V",
          "setDate(ILjava/sql/Date;Ljava/util/Calendar;)V",
          "setTime(ILjava/sql/Time;)V",
          "setTime(ILjava/sql/Time;Ljava/util/Calendar;)V",
          "setTimestamp(ILjava/sql/Timestamp;)V",
          "setTimestamp(ILjava/sql/Timestamp;Ljava/util/Calendar;)V",
          "setURL(ILjava/net/URL;)V",
          "setArray(ILjava/sql/Array;)V");

  private SetterInstrumentation() {}

  static final class SetterAdvice {
    private SetterAdvice() {}

    /**
     * On return, so that of a setter that calls others the outermost is kept, and one that has
     * thrown is not.
     */
    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @State @Nullable Object statement,
        @MethodName String method,
        @Advice.Argument(0) int index,
        @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object value,
        @Advice.Argument(value = 2, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object option,
        @Advice.Argument(value = 3, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object scale) {
      if (ParameterHooks.records(statement)) {
        ParameterHooks.parameter(statement, method, index, value, option, scale);
      }
    }
  }
}
