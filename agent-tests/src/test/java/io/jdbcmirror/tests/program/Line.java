package io.jdbcmirror.tests.program;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One line of a program, which reads as Java. */
interface Line {
  /** The variable it defines. */
  Optional<Variable> defines();

  /** The variables without which it cannot run. */
  Set<Variable> uses();

  /**
   * Does what it says.
   *
   * @param values of the variables it uses
   * @return the value of the variable it defines
   */
  Object run(Map<Variable, Object> values) throws Exception;
}
