package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ResultHooks;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * What the application reads of results: the steps and getters of every {@link java.sql.ResultSet},
 * which look whether they are followed at all, and what it asks its {@link java.sql.Statement}.
 */
final class ResultInstrumentation {
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

  /** Those whose values can be compared; streams and large objects are not looked into. */
  static final JdbcMethods GETTERS =
      JdbcMethods.of(
          "getBoolean(I)Z",
          "getByte(I)B",
          "getShort(I)S",
          "getInt(I)I",
          "getLong(I)J",
          "getFloat(I)F",
          "getDouble(I)D",
          "getBigDecimal(I)L",
          "getString(I)L",
          "getNString(I)L",
          "getBytes(I)[",
          "getDate(I)L",
          "getTime(I)L",
          "getTimestamp(I)L",
          "getObject(I)L",
          "getObject(ILjava/lang/Class;)L",
          "getBoolean(Ljava/lang/String;)Z",
          "getByte(Ljava/lang/String;)B",
          "getShort(Ljava/lang/String;)S",
          "getInt(Ljava/lang/String;)I",
          "getLong(Ljava/lang/String;)J",
          "getFloat(Ljava/lang/String;)F",
          "getDouble(Ljava/lang/String;)D",
          "getBigDecimal(Ljava/lang/String;)L",
          "getString(Ljava/lang/String;)L",
          "getNString(Ljava/lang/String;)L",
          "getBytes(Ljava/lang/String;)[",
          "getDate(Ljava/lang/String;)L",
          "getTime(Ljava/lang/String;)L",
          "getTimestamp(Ljava/lang/String;)L",
          "getObject(Ljava/lang/String;)L",
          "getObject(Ljava/lang/String;Ljava/lang/Class;)L");

  static final JdbcMethods UPDATE_COUNTS =
      JdbcMethods.of("getUpdateCount()I", "getLargeUpdateCount()J");

  static final JdbcMethods MORE_RESULTS = JdbcMethods.of("getMoreResults()Z", "getMoreResults(I)Z");

  private ResultInstrumentation() {}

  static final class StepAdvice {
    private StepAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@State @Nullable Object resultSet) {
      return ResultHooks.enterStep(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean entered,
        @State @Nullable Object resultSet,
        @MethodName String method,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object returned) {
      if (entered) {
        ResultHooks.exitStep(resultSet, method, returned);
      }
    }
  }

  static final class GetterAdvice {
    private GetterAdvice() {}

    /** Looks before it boxes: most results are those of requests that are not sampled. */
    @Advice.OnMethodEnter(suppress = Throwable.class)
    static boolean enter(@State @Nullable Object resultSet) {
      return ResultHooks.enterGetter(resultSet);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter boolean entered,
        @State @Nullable Object resultSet,
        @MethodName String method,
        @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object column,
        @Advice.Argument(value = 1, optional = true, typing = Assigner.Typing.DYNAMIC) Object type,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object value,
        @Advice.Thrown Throwable thrown) {
      if (entered) {
        ResultHooks.exitGetter(resultSet, method, column, type, value, thrown);
      }
    }
  }

  static final class UpdateCountAdvice {
    private UpdateCountAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @State @Nullable Object statement,
        @Advice.Return(typing = Assigner.Typing.DYNAMIC) Object count) {
      ResultHooks.updateCount(statement, count);
    }
  }

  static final class MoreResultsAdvice {
    private MoreResultsAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(@State @Nullable Object statement) {
      ResultHooks.moreResults(statement);
    }
  }
}
