package io.jdbcmirror.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The verdict on a run, and the figures it is from. Immutable. */
final class Assessment {
  private final Readiness readiness;
  private final List<Check> checks;

  Assessment(Readiness readiness, List<Check> checks) {
    this.readiness = readiness;
    this.checks = Collections.unmodifiableList(new ArrayList<>(checks));
  }

  Readiness readiness() {
    return readiness;
  }

  /** Every one there is, kept or not. */
  List<Check> checks() {
    return checks;
  }
}
