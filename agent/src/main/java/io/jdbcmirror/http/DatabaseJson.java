package io.jdbcmirror.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.metrics.DatabaseTotals;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.metrics.LatencyTotals;
import io.jdbcmirror.metrics.Outcome;
import java.io.IOException;
import java.util.List;

/**
 * One source database in {@code /api/status}.
 *
 * <pre>
 * database          its name, the metrics' label
 * requests          total, mirrored, unsampled, filtered, failed, open, inFlight, unaccounted
 *                   (0, or the agent has lost one), discarded and dropped: by reason
 * transactions      by outcome
 * errors            by type
 * orderRelaxed      places that gave way because their commit did not return in time
 * generatedKeys     mirrored inserts that asked for generated keys, by what became of these
 * latencySeconds    source, target: count, sum, p50, p95, p99 (null where count is 0)
 * queueWaitSeconds  the same, from a transaction's release to its taking
 * </pre>
 */
final class DatabaseJson {
  private final JsonGenerator out;

  DatabaseJson(JsonGenerator out) {
    this.out = out;
  }

  void write(List<DatabaseTotals> databases) throws IOException {
    out.writeArrayFieldStart("databases");
    for (DatabaseTotals totals : databases) {
      out.writeStartObject();
      out.writeStringField("database", totals.database());
      writeRequests(totals);
      writeTransactions(totals);
      writeErrors(totals);
      out.writeNumberField("orderRelaxed", totals.orderRelaxed());
      writeGeneratedKeys(totals);
      out.writeObjectFieldStart("latencySeconds");
      writeTimes("source", totals.source());
      writeTimes("target", totals.target());
      out.writeEndObject();
      writeTimes("queueWaitSeconds", totals.queueWait());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void writeRequests(DatabaseTotals totals) throws IOException {
    out.writeObjectFieldStart("requests");
    out.writeNumberField("total", totals.requests());
    for (Outcome.Group group : Outcome.Group.values()) {
      if (group == Outcome.Group.DISCARDED || group == Outcome.Group.DROPPED) {
        writeReasons(totals, group);
      } else {
        out.writeNumberField(group.label(), totals.requests(group));
      }
    }
    out.writeNumberField("open", totals.open());
    out.writeNumberField("inFlight", totals.inFlight());
    out.writeNumberField("unaccounted", totals.unaccounted());
    out.writeEndObject();
  }

  private void writeReasons(DatabaseTotals totals, Outcome.Group group) throws IOException {
    out.writeObjectFieldStart(group.label());
    for (Outcome outcome : Outcome.values()) {
      if (outcome.group() == group) {
        out.writeNumberField(outcome.reason(), totals.requests(outcome));
      }
    }
    out.writeEndObject();
  }

  private void writeTransactions(DatabaseTotals totals) throws IOException {
    out.writeObjectFieldStart("transactions");
    for (Outcome.Group group : Outcome.Group.values()) {
      out.writeNumberField(group.label(), totals.transactions(group));
    }
    out.writeEndObject();
  }

  private void writeErrors(DatabaseTotals totals) throws IOException {
    out.writeObjectFieldStart("errors");
    for (ErrorType type : ErrorType.values()) {
      out.writeNumberField(type.label(), totals.errors(type));
    }
    out.writeEndObject();
  }

  private void writeGeneratedKeys(DatabaseTotals totals) throws IOException {
    out.writeObjectFieldStart("generatedKeys");
    for (KeyResult result : KeyResult.values()) {
      out.writeNumberField(result.label(), totals.generatedKeys(result));
    }
    out.writeEndObject();
  }

  private void writeTimes(String name, LatencyTotals times) throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("count", times.count());
    out.writeNumberField("sum", times.sumSeconds());
    writeQuantile("p50", times, 0.50);
    writeQuantile("p95", times, 0.95);
    writeQuantile("p99", times, 0.99);
    out.writeEndObject();
  }

  private void writeQuantile(String name, LatencyTotals times, double quantile) throws IOException {
    if (times.count() == 0) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, times.quantileSeconds(quantile));
    }
  }
}
