package io.jdbcmirror.capture;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of one statement's executions, which are used again so that a call allocates as little
 * as can be.
 */
final class StatementTokens {
  private final StatementCapture statement;
  private @Nullable PassingCall passing;
  private @Nullable ExecuteCall spare;

  StatementTokens(StatementCapture statement) {
    this.statement = statement;
  }

  /**
   * That of a call of which nothing is wanted.
   *
   * @param traits of the statement's own text
   */
  PassingCall passing(SqlTraits traits) {
    PassingCall token = passing;
    if (token == null) {
      token = new PassingCall(statement, traits);
      passing = token;
    }
    return token;
  }

  /** The statement has another text. */
  void remade() {
    passing = null;
  }

  /** Guarded by the session, as is the call's coming back. */
  ExecuteCall next() {
    ExecuteCall again = spare;
    spare = null;
    return again == null ? new ExecuteCall(this) : again;
  }

  /** One of the executions is over. */
  void takeBack(ExecuteCall over) {
    spare = over;
  }
}
