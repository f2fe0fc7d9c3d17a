package io.jdbcmirror.benchmarks.real;

/** How the target does while the application is measured. */
enum TargetState {
  NO_AGENT("no agent"),
  /** What the same twice differs by is what these figures cannot tell. */
  NO_AGENT_AGAIN("no agent, once more"),
  HEALTHY("target healthy"),
  STALLED("target stalled"),
  ABSENT("target absent");

  private final String label;

  TargetState(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  boolean mirrors() {
    return this != NO_AGENT && this != NO_AGENT_AGAIN;
  }

  /** Whether what is queued is applied before the measurement. */
  boolean drains() {
    return this == HEALTHY || this == STALLED;
  }
}
