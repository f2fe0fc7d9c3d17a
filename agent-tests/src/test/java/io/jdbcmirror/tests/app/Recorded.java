package io.jdbcmirror.tests.app;

/** An object of the recording driver, around one of a real driver, or around nothing. */
public abstract class Recorded {
  private final Object real;
  private final boolean agents;
  private Object watched;

  /**
   * @param real null for an object that only answers something
   */
  protected Recorded(Object real) {
    this.real = real;
    this.agents = Tape.isAgentThread();
  }

  public final Object real() {
    return real;
  }

  /** Whether the agent has made it for itself: it asks the source who it is. */
  final boolean isAgents() {
    return agents;
  }

  /** The application's side of it, always the same. */
  final synchronized Object watched() {
    if (watched == null) {
      watched = Watch.over(this);
    }
    return watched;
  }
}
