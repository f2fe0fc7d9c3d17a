package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ParameterHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * The setters of {@link java.sql.PreparedStatement} that take a stream, a reader or what holds one:
 * what the driver reads of it is recorded as it reads.
 */
final class StreamSetterInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "setAsciiStream(ILjava/io/InputStream;)V",
          "setAsciiStream(ILjava/io/InputStream;I)V",
          "setAsciiStream(ILjava/io/InputStream;J)V",
          "setBinaryStream(ILjava/io/InputStream;)V",
          "setBinaryStream(ILjava/io/InputStream;I)V",
          "setBinaryStream(ILjava/io/InputStream;J)V",
          "setCharacterStream(ILjava/io/Reader;)V",
          "setCharacterStream(ILjava/io/Reader;I)V",
          "setCharacterStream(ILjava/io/Reader;J)V",
          "setNCharacterStream(ILjava/io/Reader;)V",
          "setNCharacterStream(ILjava/io/Reader;J)V",
          "setUnicodeStream(ILjava/io/InputStream;I)V",
          "setBlob(ILjava/io/InputStream;)V",
          "setBlob(ILjava/io/InputStream;J)V",
          "setClob(ILjava/io/Reader;)V",
          "setClob(ILjava/io/Reader;J)V",
          "setNClob(ILjava/io/Reader;)V",
          "setNClob(ILjava/io/Reader;J)V",
          "setBlob(ILjava/sql/Blob;)V",
          "setClob(ILjava/sql/Clob;)V",
          "setNClob(ILjava/sql/NClob;)V",
          "setSQLXML(ILjava/sql/SQLXML;)V",
          "setObject(ILjava/lang/Object;)V",
          "setObject(ILjava/lang/Object;I)V",
          "setObject(ILjava/lang/Object;II)V",
          "setObject(ILjava/lang/Object;Ljava/sql/SQLType;)V",
          "setObject(ILjava/lang/Object;Ljava/sql/SQLType;I)V");

  private StreamSetterInstrumentation() {}

  static final class StreamSetterAdvice {
    private StreamSetterAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(
        @State @Nullable Object statement,
        @MethodName String method,
        @Advice.Argument(value = 1, readOnly = false, typing = Assigner.Typing.DYNAMIC)
            Object value) {
      Object call = ParameterHooks.enterSetter(statement, method, value);
      Object replacement = ParameterHooks.replacement(call);
      if (replacement != null) {
        value = replacement;
      }
      return call;
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @State @Nullable Object statement,
        @Advice.Enter Object call,
        @Advice.Thrown Throwable thrown,
        @MethodName String method,
        @Advice.Argument(0) int index,
        @Advice.Argument(value = 1, typing = Assigner.Typing.DYNAMIC) Object value,
        @Advice.Argument(value = 2, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object option,
        @Advice.Argument(value = 3, optional = true, typing = Assigner.Typing.DYNAMIC)
            Object scale) {
      ParameterHooks.exitSetter(call, thrown);
      if (thrown == null && ParameterHooks.records(statement)) {
        Object given = ParameterHooks.replacement(call);
        ParameterHooks.parameter(
            statement, method, index, given == null ? value : given, option, scale);
      }
    }
  }
}
