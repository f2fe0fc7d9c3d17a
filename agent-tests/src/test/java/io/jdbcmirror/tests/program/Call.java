package io.jdbcmirror.tests.program;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One call of a method.
 *
 * @param receiver empty for a static method
 * @param arguments variables, or values themselves
 */
record Call(
    Optional<Variable> defines, Optional<Variable> receiver, Method method, List<Object> arguments)
    implements Line {

  @Override
  public Set<Variable> uses() {
    Set<Variable> used = new LinkedHashSet<>();
    receiver.ifPresent(used::add);
    for (Object argument : arguments) {
      if (argument instanceof Variable variable) {
        used.add(variable);
      }
    }
    return used;
  }

  Call defining(Variable result) {
    return new Call(Optional.of(result), receiver, method, arguments);
  }

  @Override
  public Object run(Map<Variable, Object> values) throws Exception {
    Object[] actual = new Object[arguments.size()];
    for (int i = 0; i < actual.length; i++) {
      Object argument = arguments.get(i);
      actual[i] = argument instanceof Variable variable ? values.get(variable) : unwrap(argument);
    }
    try {
      return method.invoke(receiver.map(values::get).orElse(null), actual);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static Object unwrap(Object argument) {
    return argument instanceof Spelled spelled ? spelled.value() : argument;
  }

  @Override
  public String toString() {
    String result =
        defines.map(it -> it.type().getSimpleName() + " " + it.name() + " = ").orElse("");
    return result + "attempt(() -> " + target() + method.getName() + "(" + argumentText() + "));";
  }

  private String target() {
    if (Modifier.isStatic(method.getModifiers())) {
      boolean ours = method.getDeclaringClass() == ProgramRuntime.class;
      return ours ? "" : method.getDeclaringClass().getSimpleName() + ".";
    }
    return receiver.orElseThrow().name() + ".";
  }

  private String argumentText() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      texts.add(JavaText.of(arguments.get(i), method.getParameterTypes()[i]));
    }
    return String.join(", ", texts);
  }
}
