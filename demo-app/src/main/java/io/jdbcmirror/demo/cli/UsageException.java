package io.jdbcmirror.demo.cli;

/** A command line that cannot be followed; the message says what is wrong with it. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
