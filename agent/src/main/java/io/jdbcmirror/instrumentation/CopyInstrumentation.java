package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.CopyHooks;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's COPY. All forms of {@code CopyManager.copyIn} and the {@code PGCopyOutputStream} end
 * in the one that takes SQL alone, and in the methods of the operation that it returns.
 */
final class CopyInstrumentation {
  static final String MANAGER = "org/postgresql/copy/CopyManager";

  /** What {@code copyIn} and {@code copyOut} return, and its superclass. */
  static final Set<String> OPERATIONS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "org/postgresql/core/v3/CopyOperationImpl",
                  "org/postgresql/core/v3/CopyInImpl",
                  "org/postgresql/core/v3/CopyOutImpl")));

  static final JdbcMethods STARTS =
      JdbcMethods.of("copyIn(Ljava/lang/String;)L", "copyOut(Ljava/lang/String;)L");

  /** Replication: neither way is work on tables that a mirror could repeat. */
  static final JdbcMethods DUAL = JdbcMethods.of("copyDual(Ljava/lang/String;)L");

  static final JdbcMethods WRITES = JdbcMethods.of("writeToCopy([BII)V");
  static final JdbcMethods WRITERS =
      JdbcMethods.of("writeToCopy(Lorg/postgresql/util/ByteStreamWriter;)V");
  static final JdbcMethods CALLS =
      JdbcMethods.of(
          "writeToCopy([BII)V",
          "writeToCopy(Lorg/postgresql/util/ByteStreamWriter;)V",
          "flushCopy()V",
          "endCopy()J",
          "cancelCopy()V",
          "readFromCopy(Z)[",
          "handleCommandStatus(Ljava/lang/String;)V");

  private CopyInstrumentation() {}

  /** Data that the application has written. */
  static final class WriteAdvice {
    private WriteAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class)
    static void exit(
        @State @Nullable Object operation,
        @Advice.Argument(0) byte[] data,
        @Advice.Argument(1) int offset,
        @Advice.Argument(2) int length) {
      CopyHooks.copyData(operation, data, offset, length);
    }
  }

  /** The driver hands a writer of the application its stream: another notes what is written. */
  static final class WriterAdvice {
    private WriterAdvice() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static void enter(
        @State @Nullable Object operation,
        @Advice.Argument(value = 0, readOnly = false, typing = Assigner.Typing.DYNAMIC)
            Object writer) {
      writer = CopyHooks.copyWriter(operation, writer);
    }
  }

  static final class CallAdvice {
    private CallAdvice() {}

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class)
    static void exit(
        @State @Nullable Object operation,
        @MethodName String method,
        @Advice.Thrown Throwable thrown) {
      CopyHooks.copyCalled(operation, method, thrown);
    }
  }
}
