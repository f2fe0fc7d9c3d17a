package io.jdbcmirror.bootstrap;

import java.io.IOException;

/** The target has answered with more than is read of an answer; its connection is closed. */
public final class AnswerTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  AnswerTooLargeException() {
    super("an answer over target.max-result-bytes");
  }
}
