package io.jdbcmirror.target;

import io.jdbcmirror.traffic.ReadStep;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.StatementText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Answers of a target, without one. */
public final class Answered {
  private Answered() {}

  public static TargetAnswer counts(SourceResult source, long... counts) {
    TargetAnswer answer = new TargetAnswer(request(source), List.of());
    answer.counts(counts);
    return answer;
  }

  /**
   * @param likely how it is read if the source's is not known
   */
  public static TargetAnswer rows(SourceResult source, List<ReadStep> likely, ResultSet rows)
      throws SQLException {
    TargetAnswer answer = new TargetAnswer(request(source), likely);
    answer.read(rows);
    return answer;
  }

  private static Request request(SourceResult source) {
    StatementText text = new StatementText(StatementText.Form.PLAIN, "select 1", null);
    return Request.of(text, Request.Call.EXECUTE).result(source).build();
  }
}
