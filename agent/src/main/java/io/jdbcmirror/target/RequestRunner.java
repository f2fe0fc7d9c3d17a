package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.StatementText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executes requests on one target session with the same execute call the application made, and
 * measures the database's time: preparing, binding, executing and what the call itself fetches. Not
 * thread-safe.
 */
final class RequestRunner {
  private static final int CACHED_STATEMENTS = 256;
  private static final int CACHED_CHARACTERS = 256 * 1024;

  /** Looks at what a call has brought, before it is read to its end and thrown away. */
  interface Executed {
    /**
     * @param rows the call's first result set, null if it brought an update count
     */
    void executed(Statement statement, @Nullable ResultSet rows) throws SQLException;
  }

  private static final Executed NOBODY = (statement, rows) -> {};

  private final StatementFactory factory;
  private final StatementCache cache;
  private final CopyRunner copies;

  RequestRunner(StatementFactory factory, CopyRunner copies) {
    this.factory = factory;
    this.copies = copies;
    this.cache = new StatementCache(factory, CACHED_STATEMENTS, CACHED_CHARACTERS);
  }

  /** Statements are prepared anew from now on. */
  void forgetStatements() {
    cache.clear();
  }

  void run(Request request) throws SQLException {
    run(request, new TargetAnswer(request, Collections.emptyList()));
  }

  void run(Request request, TargetAnswer answer) throws SQLException {
    run(request, answer, NOBODY);
  }

  void run(Request request, TargetAnswer answer, Executed then) throws SQLException {
    if (request.call().isCopy()) {
      answer.took(copies.run(request));
    } else if (isEmptyBatch(request)) {
      answer.counts(new long[0]);
    } else if (request.statement().form() == StatementText.Form.PLAIN) {
      runPlain(request, answer, then);
    } else {
      runPrepared(request, answer, then);
    }
  }

  /**
   * It asks nothing of a database, and succeeds on the source also where its statement could not be
   * prepared any more: a column may be gone.
   */
  private static boolean isEmptyBatch(Request request) {
    return request.call().isBatch() && request.rows().isEmpty() && request.batchSql().isEmpty();
  }

  private void runPlain(Request request, TargetAnswer answer, Executed then) throws SQLException {
    try (Statement statement = factory.plain(request.options())) {
      long start = System.nanoTime();
      if (request.call().isBatch()) {
        for (String sql : request.batchSql()) {
          statement.addBatch(sql);
        }
        executeBatch(statement, request.call(), answer);
        answer.took(System.nanoTime() - start);
        return;
      }
      ResultSet rows = PlainCalls.execute(statement, request, answer);
      answer.took(System.nanoTime() - start);
      then.executed(statement, rows);
      drain(statement, rows, request.call(), answer);
    }
  }

  private void runPrepared(Request request, TargetAnswer answer, Executed then)
      throws SQLException {
    boolean done = false;
    try {
      long start = System.nanoTime();
      PreparedStatement statement = cache.get(request);
      ResultSet rows = executePrepared(statement, request, answer);
      answer.took(System.nanoTime() - start);
      then.executed(statement, rows);
      drain(statement, rows, request.call(), answer);
      done = true;
    } finally {
      if (!done) {
        cache.drop(request);
      }
    }
  }

  /**
   * Sends requests of the same statement, with one row of parameters each, as one batch.
   *
   * @return rows changed by each
   */
  int[] runTogether(List<Request> requests) throws SQLException {
    Request first = requests.get(0);
    boolean done = false;
    try {
      PreparedStatement statement = cache.get(first);
      for (Request request : requests) {
        ParameterBinder.bind(statement, request.rows().get(0));
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      done = true;
      return counts;
    } finally {
      if (!done) {
        cache.drop(first);
      }
    }
  }

  private static @Nullable ResultSet executePrepared(
      PreparedStatement statement, Request request, TargetAnswer answer) throws SQLException {
    if (request.call().isBatch()) {
      for (Parameter[] row : request.rows()) {
        bind(statement, row, request);
        statement.addBatch();
      }
      executeBatch(statement, request.call(), answer);
      return null;
    }
    for (Parameter[] row : request.rows()) {
      bind(statement, row, request);
    }
    switch (request.call()) {
      case EXECUTE_QUERY:
        return statement.executeQuery();
      case EXECUTE_UPDATE:
        answer.count(statement.executeUpdate());
        return null;
      case EXECUTE_LARGE_UPDATE:
        answer.count(executeLarge(statement));
        return null;
      default:
        return PlainCalls.firstResult(statement, statement.execute(), answer);
    }
  }

  private static void bind(PreparedStatement statement, Parameter[] row, Request request)
      throws SQLException {
    ParameterBinder.bind(statement, row); // clears what was registered, on PostgreSQL
    OutParameterBinder.register(statement, request.outParameters());
  }

  private static long executeLarge(PreparedStatement statement) throws SQLException {
    try {
      return statement.executeLargeUpdate();
    } catch (AbstractMethodError
        | UnsupportedOperationException
        | SQLFeatureNotSupportedException e) {
      return statement.executeUpdate(); // a driver from before JDBC 4.2
    }
  }

  private static void executeBatch(Statement statement, Request.Call call, TargetAnswer answer)
      throws SQLException {
    if (call == Request.Call.EXECUTE_LARGE_BATCH) {
      try {
        answer.counts(statement.executeLargeBatch());
        return;
      } catch (AbstractMethodError
          | UnsupportedOperationException
          | SQLFeatureNotSupportedException e) {
        // A driver from before JDBC 4.2: the entries are still there.
        answer.counts(statement.executeBatch());
        return;
      }
    }
    answer.counts(statement.executeBatch());
  }

  private static void drain(
      Statement statement, @Nullable ResultSet rows, Request.Call call, TargetAnswer answer)
      throws SQLException {
    if (call == Request.Call.EXECUTE || call == Request.Call.EXECUTE_QUERY) {
      Results.drain(statement, rows, answer);
    }
  }
}
