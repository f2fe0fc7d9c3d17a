package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ParameterHooks;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The setters of {@link java.sql.CallableStatement} by name. Drivers find the index and call the
 * setter that takes it, which is seen; of one that does not, it is known that something was bound.
 */
final class NamedSetterInstrumentation {
  static final JdbcMethods METHODS =
      JdbcMethods.of(
          "setNull(Ljava/lang/String;I)V",
          "setNull(Ljava/lang/String;ILjava/lang/String;)V",
          "setBoolean(Ljava/lang/String;Z)V",
          "setByte(Ljava/lang/String;B)V",
          "setShort(Ljava/lang/String;S)V",
          "setInt(Ljava/lang/String;I)V",
          "setLong(Ljava/lang/String;J)V",
          "setFloat(Ljava/lang/String;F)V",
          "setDouble(Ljava/lang/String;D)V",
          "setBigDecimal(Ljava/lang/String;Ljava/math/BigDecimal;)V",
          "setString(Ljava/lang/String;Ljava/lang/String;)V",
          "setNString(Ljava/lang/String;Ljava/lang/String;)V",
          "setBytes(Ljava/lang/String;[B)V",
          "setURL(Ljava/lang/String;Ljava/net/URL;)V",
          "setRowId(Ljava/lang/String;Ljava/sql/RowId;)V",
          "setSQLXML(Ljava/lang/String;Ljava/sql/SQLXML;)V",
          "setDate(Ljava/lang/String;Ljava/sql/Date;)V",
          "setDate(Ljava/lang/String;Ljava/sql/Date;Ljava/util/Calendar;)V",
          "setTime(Ljava/lang/String;Ljava/sql/Time;)V",
          "setTime(Ljava/lang/String;Ljava/sql/Time;Ljava/util/Calendar;)V",
          "setTimestamp(Ljava/lang/String;Ljava/sql/Timestamp;)V",
          "setTimestamp(Ljava/lang/String;Ljava/sql/Timestamp;Ljava/util/Calendar;)V",
          "setObject(Ljava/lang/String;Ljava/lang/Object;)V",
          "setObject(Ljava/lang/String;Ljava/lang/Object;I)V",
          "setObject(Ljava/lang/String;Ljava/lang/Object;II)V",
          "setObject(Ljava/lang/String;Ljava/lang/Object;Ljava/sql/SQLType;)V",
          "setObject(Ljava/lang/String;Ljava/lang/Object;Ljava/sql/SQLType;I)V",
          "setAsciiStream(Ljava/lang/String;Ljava/io/InputStream;)V",
          "setAsciiStream(Ljava/lang/String;Ljava/io/InputStream;J)V",
          "setAsciiStream(Ljava/lang/String;Ljava/io/InputStream;I)V",
          "setBinaryStream(Ljava/lang/String;Ljava/io/InputStream;)V",
          "setBinaryStream(Ljava/lang/String;Ljava/io/InputStream;J)V",
          "setBinaryStream(Ljava/lang/String;Ljava/io/InputStream;I)V",
          "setCharacterStream(Ljava/lang/String;Ljava/io/Reader;)V",
          "setCharacterStream(Ljava/lang/String;Ljava/io/Reader;J)V",
          "setCharacterStream(Ljava/lang/String;Ljava/io/Reader;I)V",
          "setNCharacterStream(Ljava/lang/String;Ljava/io/Reader;)V",
          "setNCharacterStream(Ljava/lang/String;Ljava/io/Reader;J)V",
          "setBlob(Ljava/lang/String;Ljava/sql/Blob;)V",
          "setBlob(Ljava/lang/String;Ljava/io/InputStream;)V",
          "setBlob(Ljava/lang/String;Ljava/io/InputStream;J)V",
          "setClob(Ljava/lang/String;Ljava/sql/Clob;)V",
          "setClob(Ljava/lang/String;Ljava/io/Reader;)V",
          "setClob(Ljava/lang/String;Ljava/io/Reader;J)V",
          "setNClob(Ljava/lang/String;Ljava/sql/NClob;)V",
          "setNClob(Ljava/lang/String;Ljava/io/Reader;)V",
          "setNClob(Ljava/lang/String;Ljava/io/Reader;J)V");

  private NamedSetterInstrumentation() {}

  static final class NamedSetterAdvice {
    private NamedSetterAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@State @Nullable Object statement) {
      if (ParameterHooks.records(statement)) {
        ParameterHooks.enterNamedSetter(statement);
      }
    }

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(@State @Nullable Object statement) {
      if (ParameterHooks.records(statement)) {
        ParameterHooks.exitNamedSetter(statement);
      }
    }
  }
}
