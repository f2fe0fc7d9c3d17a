package io.jdbcmirror.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.ComparisonTotals;
import io.jdbcmirror.metrics.DatabaseTotals;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.metrics.LatencyTotals;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.Verdict;
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
 * batched           mirrored requests sent in a batch with others; latencies leave them out
 * generatedKeys     mirrored inserts that asked for generated keys, by what became of these
 * comparisons       requests tried on the target, by verdict
 * sourceErrorsCompared  those that had failed on the source: neither mirrored nor failed
 * notCompared       those of verdict not_compared, by reason
 * differences       those that differ, by attribution
 * latencySeconds    source, target: count, sum, p50, p95, p99 (null where count is 0)
 * histogramsSeconds source, target: the same times, see {@link HistogramsJson}
 * queueWaitSeconds  the same, from a transaction's release to its taking
 * </pre>
 */
public final class DatabaseJson {
  private final JsonGenerator out;

  public DatabaseJson(JsonGenerator out) {
    this.out = out;
  }

  public void write(List<DatabaseTotals> databases) throws IOException {
    out.writeArrayFieldStart("databases");
    for (DatabaseTotals totals : databases) {
      out.writeStartObject();
      out.writeStringField("database", totals.database());
      writeRequests(totals);
      writeTransactions(totals);
      out.writeNumberField("orderRelaxed", totals.orderRelaxed());
      out.writeNumberField("batched", totals.batched());
      writeComparisons(totals.comparisons());
      out.writeNumberField("sourceErrorsCompared", totals.sourceErrorsCompared());
      out.writeObjectFieldStart("latencySeconds");
      writeTimes("source", totals.source());
      writeTimes("target", totals.target());
      out.writeEndObject();
      HistogramsJson.write(out, totals.sourceTimes(), totals.targetTimes());
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
    JsonCounts.write(
        out, "transactions", Outcome.Group.values(), Outcome.Group::label, totals::transactions);
    JsonCounts.write(out, "errors", ErrorType.values(), ErrorType::label, totals::errors);
    JsonCounts.write(
        out, "generatedKeys", KeyResult.values(), KeyResult::label, totals::generatedKeys);
  }

  private void writeComparisons(ComparisonTotals totals) throws IOException {
    JsonCounts.write(out, "comparisons", Verdict.values(), Verdict::label, totals::verdict);
    JsonCounts.write(
        out, "notCompared", NotCompared.values(), NotCompared::label, totals::notCompared);
    JsonCounts.write(
        out, "differences", Attribution.values(), Attribution::label, totals::differences);
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
