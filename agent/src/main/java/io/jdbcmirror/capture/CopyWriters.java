package io.jdbcmirror.capture;

import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stands between pgjdbc and a {@code ByteStreamWriter} of the application, which writes its bytes
 * on a stream of the driver's: there they are noted. Passes every call on, once. The driver's types
 * are met by name, since the agent does not see its loader.
 */
final class CopyWriters implements InvocationHandler {
  private static final String WRITER = "org.postgresql.util.ByteStreamWriter";
  private static final String TARGET = "org.postgresql.util.ByteStreamWriter$ByteStreamTarget";

  private final Object original;
  private final CopyRecording recording;

  private CopyWriters(Object original, CopyRecording recording) {
    this.original = original;
    this.recording = recording;
  }

  /**
   * @return null if the writer is none
   */
  static @Nullable Object recording(Object writer, CopyRecording recording) {
    return proxy(writer, WRITER, recording);
  }

  private static @Nullable Object proxy(Object original, String name, CopyRecording recording) {
    Class<?> type = find(original.getClass(), name);
    return type == null
        ? null
        : Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new CopyWriters(original, recording));
  }

  private static @Nullable Class<?> find(@Nullable Class<?> type, String name) {
    if (type == null || type.getName().equals(name)) {
      return type;
    }
    for (Class<?> implemented : type.getInterfaces()) {
      Class<?> found = find(implemented, name);
      if (found != null) {
        return found;
      }
    }
    return find(type.getSuperclass(), name);
  }

  /** Called by the driver, where no hook stands between: no fault may get out. */
  private @Nullable Object target(Object original) {
    try {
      return proxy(original, TARGET, recording);
    } catch (Throwable t) {
      return null;
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] passed = arguments;
    if (method.getName().equals("writeTo") && arguments != null) {
      Object target = target(arguments[0]);
      if (target == null) {
        recording.distrust();
      } else {
        passed = new Object[] {target};
      }
    }
    try {
      Object returned = method.invoke(original, passed);
      return returned instanceof OutputStream ? recording.tee((OutputStream) returned) : returned;
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause(); // as the original has thrown it
    }
  }
}
