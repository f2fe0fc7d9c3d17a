package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.KeyHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * What the application reads of the keys that the database has generated: {@link
 * java.sql.Statement#getGeneratedKeys}, and the steps and getters of every {@link
 * java.sql.ResultSet}, which look whether it is one of those.
 */
final class KeyInstrumentation {
  static final JdbcMethods KEYS = JdbcMethods.of("getGeneratedKeys()L");

  /** A class that declares two of these is a result set, even if its updates stand elsewhere. */
  static final JdbcMethods MARKS =
      JdbcMethods.of(
          "next()Z",
          "getRow()I",
          "findColumn(Ljava/lang/String;)I",
          "isBeforeFirst()Z",
          "absolute(I)Z",
          "afterLast()V");

  static final JdbcMethods STEPS =
      JdbcMethods.of(
          "next()Z",
          "close()V",
          "previous()Z",
          "first()Z",
          "last()Z",
          "absolute(I)Z",
          "relative(I)Z",
          "beforeFirst()V",
          "afterLast()V");

  static final JdbcMethods GETTERS =
      JdbcMethods.of(
          "getByte(I)B",
          "getShort(I)S",
          "getInt(I)I",
          "getLong(I)J",
          "getBigDecimal(I)L",
          "getString(I)L",
          "getObject(I)L",
          "getObject(ILjava/lang/Class;)L",
          "getByte(Ljava/lang/String;)B",
          "getShort(Ljava/lang/String;)S",
          "getInt(Ljava/lang/String;)I",
          "getLong(Ljava/lang/String;)J",
          "getBigDecimal(Ljava/lang/String;)L",
          "getString(Ljava/lang/String;)L",
          "getObject(Ljava/lang/String;)L",
          "getObject(Ljava/lang/String;Ljava/lang/Class;)L");

  private KeyInstrumentation() {}

  static final class KeysAdvice {
    private KeysAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static @Nullable Object enter(@Advice.This Object statement) {
      return KeyHooks.enterGeneratedKeys(statement);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter Object token,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object resultSet) {
      KeyHooks.exitGeneratedKeys(token, resultSet);
    }
  }

  static final class StepAdvice {
    private StepAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@Advice.This Object resultSet) {
      return KeyHooks.readsKeys(resultSet) && KeyHooks.enterKeyStep(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean entered,
        @Advice.This Object resultSet,
        @Advice.Origin("#m") String method,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned) {
      if (entered) {
        KeyHooks.exitKeyStep(resultSet, method, returned);
      }
    }
  }

  static final class GetterAdvice {
    private GetterAdvice() {}

    /** Looks before it boxes: nearly every result set is none of generated keys. */
    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @Advice.This Object resultSet,
        @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object column,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object value) {
      if (KeyHooks.readsKeys(resultSet)) {
        KeyHooks.key(resultSet, column, value);
      }
    }
  }
}
