package io.jdbcmirror.tests.program;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a value a name, so that later lines may change it. */
record Value(Variable variable, Object value) implements Line {
  @Override
  public Optional<Variable> defines() {
    return Optional.of(variable);
  }

  @Override
  public Set<Variable> uses() {
    return Set.of();
  }

  @Override
  public Object run(Map<Variable, Object> values) {
    return value;
  }

  @Override
  public String toString() {
    return variable.type().getSimpleName()
        + " "
        + variable.name()
        + " = "
        + JavaText.of(value, variable.type())
        + ";";
  }
}
