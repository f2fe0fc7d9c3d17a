package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.ResultHandler;
import io.jdbcmirror.bootstrap.Tracked;
import org.jspecify.annotations.Nullable;

/** What the application reads of the results of its requests, on its threads. */
final class ResultCapture implements ResultHandler {
  private final States states;

  ResultCapture(States states) {
    this.states = states;
  }

  @Override
  public boolean followsSteps(Object resultSet) {
    ResultReader reader = of(resultSet);
    return reader != null && reader.followsSteps();
  }

  @Override
  public boolean followsValues(Object resultSet) {
    ResultReader reader = of(resultSet);
    return reader != null && reader.followsValues();
  }

  @Override
  public void enterResultCall(Object resultSet) {
    ResultReader reader = of(resultSet);
    if (reader != null) {
      reader.enter();
    }
  }

  @Override
  public void exitStep(Object resultSet, String method, @Nullable Object returned) {
    ResultReader reader = of(resultSet);
    if (reader != null) {
      reader.exitStep(method, returned);
    }
  }

  @Override
  public void exitGetter(
      Object resultSet,
      String method,
      Object column,
      @Nullable Object type,
      @Nullable Object value,
      @Nullable Throwable thrown) {
    ResultReader reader = of(resultSet);
    if (reader != null) {
      reader.exitGetter(method, column, type, value, thrown != null);
    }
  }

  @Override
  public void updateCount(Object statement, long count) {
    StatementResults results = resultsOf(statement);
    if (results != null) {
      results.updateCount(count);
    }
  }

  @Override
  public void moreResults(Object statement) {
    StatementResults results = resultsOf(statement);
    if (results != null) {
      results.goOn();
    }
  }

  /** Null where the call is not the application's own, too. */
  private @Nullable StatementResults resultsOf(Object statement) {
    StatementCapture captured = states.statement(statement);
    if (captured == null
        || !captured.results().areFollowed()
        || ThreadCalls.current().isInside(captured.session())) {
      return null;
    }
    return captured.results();
  }

  /**
   * A result set was made by one of the statement's executions, or got from it. What a driver makes
   * for itself while it executes, for OUT parameters, it reads itself.
   */
  void made(StatementCapture statement, Object resultSet) {
    Object reading = null;
    boolean driversOwn = ThreadCalls.current().isInside(statement.session());
    if (resultSet instanceof Tracked && !driversOwn) {
      reading = statement.results().reading(states.get(resultSet));
    }
    states.set(resultSet, reading == null ? statement.session() : reading);
  }

  /** A row of a result set is changed through it: what is then read of it is no answer. */
  void changed(Object resultSet) {
    ResultReader reader = of(resultSet);
    if (reader instanceof RowReading) {
      reader.lose();
    }
  }

  /** Asked at every call of every result set. */
  private @Nullable ResultReader of(Object resultSet) {
    Object state = states.get(resultSet);
    return state instanceof ResultReader ? (ResultReader) state : null;
  }

  /** A fault of the agent's own: what is read of the result is not known. */
  void failed(@Nullable Object subject) {
    Object state = subject == null ? null : states.get(subject);
    if (state instanceof ResultReader) {
      ((ResultReader) state).fail();
    } else if (state instanceof StatementCapture) {
      ((StatementCapture) state).results().lose();
    }
  }
}
