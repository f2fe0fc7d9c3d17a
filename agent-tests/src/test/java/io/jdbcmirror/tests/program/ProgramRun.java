package io.jdbcmirror.tests.program;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** One run of a program: its variables, and which of its lines have failed. */
final class ProgramRun {
  private final Program program;
  private final Map<Variable, Object> values = new HashMap<>();
  private final TreeMap<Integer, String> failures = new TreeMap<>();
  private int done;

  private ProgramRun(Program program) {
    this.program = program;
  }

  /** Runs all its lines, whatever fails among them, and closes its connections. */
  static ProgramRun of(Program program) throws SQLException {
    ProgramRun run = new ProgramRun(program);
    try {
      for (int i = 0; i < program.lines().size(); i++) {
        run.attempt(i);
      }
    } finally {
      run.closeAll();
    }
    return run;
  }

  /** What failed, by the number of its line. */
  TreeMap<Integer, String> failures() {
    return failures;
  }

  /** The lines that did not fail. */
  int done() {
    return done;
  }

  private void attempt(int number) {
    Line line = program.lines().get(number);
    if (!values.keySet().containsAll(line.uses())) {
      return;
    }
    try {
      Object value = line.run(values);
      line.defines().ifPresent(variable -> values.put(variable, value));
      done++;
    } catch (Exception e) {
      failures.put(number, String.valueOf(e).lines().findFirst().orElse(""));
    }
  }

  private void closeAll() throws SQLException {
    for (Object value : values.values()) {
      if (value instanceof Connection connection && !connection.isClosed()) {
        connection.close();
      }
    }
  }
}
