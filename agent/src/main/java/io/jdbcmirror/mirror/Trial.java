package io.jdbcmirror.mirror;

import io.jdbcmirror.comparison.Comparisons;
import io.jdbcmirror.comparison.TargetFailure;
import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.target.ErrorClassifier;
import io.jdbcmirror.target.StatementEffect;
import io.jdbcmirror.target.TargetSession;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SourceError;
import io.jdbcmirror.traffic.Transaction;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The run of a request that has failed on the source: whether it fails here, too. Whatever comes of
 * it is rolled back, and nothing but the comparison is counted.
 */
final class Trial extends Attempt {
  private boolean run;

  Trial(Transaction transaction, TargetSession session, Comparisons comparisons) {
    super(transaction, session, comparisons);
  }

  @Override
  void run(String targetUrl, boolean together) throws Exception {
    Request request = request();
    run = isOfTheStatement(request) && StatementEffect.isUndone(request, targetUrl);
    if (!run) {
      return;
    }
    session().begin(transaction());
    session().execute(request, pairs().get(0).answer());
    if (!session().rollback()) {
      throw new SQLException("it cannot be rolled back", "08007");
    }
  }

  private Request request() {
    return pairs().get(0).request();
  }

  /** Not of the circumstances: a time-out or a deadlock says nothing about another database. */
  private boolean isOfTheStatement(Request request) {
    SourceError error = request.sourceError();
    if (error == null) {
      return false;
    }
    String state = error.sqlState();
    String sourceUrl = transaction().session().source().url();
    ErrorType type = ErrorClassifier.of(sourceUrl).classify(error.withoutMessage());
    return type == ErrorType.QUERY && (state == null || !state.startsWith("40"));
  }

  @Override
  boolean mayStand(String targetUrl) {
    return false; // it is never committed
  }

  @Override
  void recordMirrored(DatabaseRecorder recorder) {
    record(null);
  }

  @Override
  void recordFailed(TargetFailure failure) {
    record(failure);
  }

  private void record(@Nullable TargetFailure failure) {
    safely(
        () -> {
          if (run) {
            comparisons().tried(pairs().get(0), failure);
          } else {
            comparisons().notTried(pairs().get(0));
          }
        });
  }
}
