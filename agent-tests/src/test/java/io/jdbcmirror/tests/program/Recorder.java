package io.jdbcmirror.tests.program;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Takes calls down instead of making them. Its connections and all that comes of them are stand-ins
 * that return nothing but further stand-ins.
 */
final class Recorder {
  private final List<Line> lines = new ArrayList<>();
  private final Map<Object, Object> known = new IdentityHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** A connection to the source, with parameters for its URL. */
  Connection connect(String urlParameters) {
    return (Connection)
        takeDown(Optional.empty(), ProgramRuntime.method("connect", String.class), urlParameters);
  }

  /** Names a value that later lines may change. */
  <T> T variable(T value) {
    Variable variable = newVariable(value.getClass());
    lines.add(new Value(variable, value));
    known.put(value, variable);
    return value;
  }

  /** Tells how a value is made of which that cannot be seen. */
  <T> T spelled(T value, String expression) {
    known.put(value, new Spelled(value, expression));
    return value;
  }

  /** A call of something that is no stand-in; null for a static method. */
  void call(Object receiver, Method method, Object... arguments) {
    takeDown(
        receiver == null ? Optional.empty() : Optional.of((Variable) known.get(receiver)),
        method,
        arguments);
  }

  /** Names what the last call returns, for use as an argument of {@link #call}. */
  Variable result() {
    int last = lines.size() - 1;
    Call call = (Call) lines.get(last);
    Variable result = newVariable(call.method().getReturnType());
    lines.set(last, call.defining(result));
    return result;
  }

  private Object takeDown(Optional<Variable> receiver, Method method, Object... arguments) {
    List<Object> taken = new ArrayList<>();
    for (Object argument : arguments) {
      taken.add(known.getOrDefault(argument, argument));
    }
    Call call = new Call(Optional.empty(), receiver, method, taken);
    if (!method.getReturnType().isInterface()) {
      lines.add(call);
      return nothing(method.getReturnType());
    }
    Variable result = newVariable(method.getReturnType());
    lines.add(call.defining(result));
    return standIn(result);
  }

  private Object standIn(Variable variable) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getDeclaringClass() == Object.class
                ? ofObject(proxy, variable, method, arguments)
                : takeDown(
                    Optional.of(variable), method, arguments == null ? new Object[0] : arguments);
    Object standIn =
        Proxy.newProxyInstance(
            Recorder.class.getClassLoader(), new Class<?>[] {variable.type()}, handler);
    known.put(standIn, variable);
    return standIn;
  }

  private static Object ofObject(
      Object proxy, Variable variable, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> variable.name();
    };
  }

  private static Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }

  private Variable newVariable(Class<?> type) {
    String simple = type.isArray() ? type.getComponentType().getSimpleName() + "s" : name(type);
    String name = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    return new Variable(name + numbers.merge(name, 1, Integer::sum), type);
  }

  private static String name(Class<?> type) {
    String simple = type.getSimpleName();
    return simple.endsWith("Statement") && simple.length() > 9
        ? simple.substring(0, simple.length() - 9)
        : type.isPrimitive() ? simple + "Value" : simple;
  }
}
