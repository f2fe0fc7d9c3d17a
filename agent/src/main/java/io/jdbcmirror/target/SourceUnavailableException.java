package io.jdbcmirror.target;

/** The source cannot be asked now who it is: nothing may be applied yet. */
public final class SourceUnavailableException extends Exception {
  private static final long serialVersionUID = 1L;
  private final Throwable failure;

  /**
   * @param failure what the source's driver said; its message may hold secrets
   */
  SourceUnavailableException(Throwable failure) {
    super("the source cannot be asked who it is", failure);
    this.failure = failure;
  }

  public Throwable failure() {
    return failure;
  }
}
