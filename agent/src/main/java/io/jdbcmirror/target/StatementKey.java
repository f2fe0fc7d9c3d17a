package io.jdbcmirror.target;

import io.jdbcmirror.traffic.OutParameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.StatementOptions;
import io.jdbcmirror.traffic.StatementText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What requests must have in common to share one prepared statement: drivers keep everything that
 * was set on a statement for its next use.
 */
final class StatementKey {
  private final StatementText text;
  private final StatementOptions options;
  private final List<OutParameter> outParameters;

  private StatementKey(
      StatementText text, StatementOptions options, List<OutParameter> outParameters) {
    this.text = text;
    this.options = options;
    this.outParameters = outParameters;
  }

  static StatementKey of(Request request) {
    return new StatementKey(request.statement(), request.options(), request.outParameters());
  }

  /** Of the text. */
  int characters() {
    String sql = text.sql();
    return sql == null ? 0 : sql.length();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof StatementKey)) {
      return false;
    }
    StatementKey that = (StatementKey) other;
    return text.equals(that.text)
        && options.equals(that.options)
        && outParameters.equals(that.outParameters);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, options, outParameters);
  }
}
