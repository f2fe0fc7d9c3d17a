package io.jdbcmirror.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The settings cannot be used: the application is to run unmirrored. Holds no secret. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> problems;
  private final ArrayList<String> warnings;

  ConfigException(List<String> problems, List<String> warnings) {
    super(String.join("; ", problems));
    this.problems = new ArrayList<String>(problems);
    this.warnings = new ArrayList<String>(warnings);
  }

  /** Every problem found, one line each: key, value (secrets masked) and what is allowed. */
  public List<String> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** As {@link Config#warnings()}. */
  public List<String> warnings() {
    return Collections.unmodifiableList(warnings);
  }
}
