package io.jdbcmirror.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.Difference;
import io.jdbcmirror.metrics.DigestTotals;
import io.jdbcmirror.metrics.Quantile;
import io.jdbcmirror.metrics.SpeedRule;
import io.jdbcmirror.metrics.TimeTotals;
import io.jdbcmirror.metrics.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * One digest, in a list or by itself.
 *
 * <pre>
 * id               the same for the same text; "other": those beyond digests.max, together
 * database         the source database's name, the metrics' label
 * text             SQL with its literals folded; the first 2,000 characters
 * verb, tables     its first word, and names
 * calls            executions on the target: mirrored requests and failed attempts
 * batched          those of them sent in a batch with others; latencies leave them out
 * errors           failed attempts on the target
 * differences      requests that differ
 * unexplained      those of them that nothing explains
 * verdicts         requests tried on the target, by verdict
 * firstDifference  null, or at (ISO 8601 in UTC), verdict and attribution
 * lastSeen         ISO 8601 in UTC
 * speed            slower, faster, same or not_enough_data, by report.slower-ratio; that a single one
 *                  of 1,000 digests is ever called slower or faster wrongly has a chance below 1 %,
 *                  however often one looks, if its times are independent of each other
 * ratio            target by source, of p50 and p95: estimate, low and high, between which it lies
 *                  with the same certainty; null where that is not known
 * latencySeconds   source, target: count, p50, p95, p99, max (null where count is 0)
 * </pre>
 */
public final class DigestJson {
  private static final double MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);

  private final JsonGenerator out;
  private final SpeedRule rule;

  public DigestJson(JsonGenerator out, SpeedRule rule) {
    this.out = out;
    this.rule = rule;
  }

  /** Its fields, within an object that the caller opens and closes. */
  public void write(DigestTotals digest) throws IOException {
    writeName(digest);
    writeCounts(digest);
    writeTime("lastSeen", digest.lastSeenMillis());
    out.writeStringField("speed", rule.of(digest.source(), digest.target()).label());
    out.writeObjectFieldStart("ratio");
    writeRatio("p50", digest.source().median(), digest.target().median());
    writeRatio("p95", digest.source().p95(), digest.target().p95());
    out.writeEndObject();
    out.writeObjectFieldStart("latencySeconds");
    writeTimes("source", digest.source());
    writeTimes("target", digest.target());
    out.writeEndObject();
  }

  private void writeName(DigestTotals digest) throws IOException {
    out.writeStringField("id", digest.name().id());
    out.writeStringField("database", digest.database());
    out.writeStringField("text", digest.name().text());
    out.writeStringField("verb", digest.name().verb());
    out.writeArrayFieldStart("tables");
    for (String table : digest.name().tables()) {
      out.writeString(table);
    }
    out.writeEndArray();
  }

  private void writeCounts(DigestTotals digest) throws IOException {
    out.writeNumberField("calls", digest.calls());
    out.writeNumberField("batched", digest.batched());
    out.writeNumberField("errors", digest.errorCount());
    out.writeNumberField("differences", digest.comparisons().differences());
    out.writeNumberField("unexplained", digest.comparisons().differences(Attribution.UNEXPLAINED));
    JsonCounts.write(
        out, "verdicts", Verdict.values(), Verdict::label, digest.comparisons()::verdict);
    Difference first = digest.firstDifference();
    if (first == null) {
      out.writeNullField("firstDifference");
    } else {
      out.writeObjectFieldStart("firstDifference");
      writeTime("at", first.atMillis());
      out.writeStringField("verdict", first.verdict().label());
      out.writeStringField("attribution", first.attribution().label());
      out.writeEndObject();
    }
  }

  private void writeTime(String name, long millis) throws IOException {
    out.writeStringField(name, Instant.ofEpochMilli(millis).toString());
  }

  private void writeRatio(String name, Quantile source, Quantile target) throws IOException {
    out.writeObjectFieldStart(name);
    writeRatio("estimate", target.estimateMicros(), source.estimateMicros());
    writeRatio("low", target.lowMicros(), source.highMicros());
    writeRatio("high", target.highMicros(), source.lowMicros());
    out.writeEndObject();
  }

  private void writeRatio(String name, long target, long source) throws IOException {
    if (target == 0 || source == 0 || target == Quantile.UNKNOWN || source == Quantile.UNKNOWN) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, (double) target / source);
    }
  }

  private void writeTimes(String name, TimeTotals times) throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("count", times.count());
    writeSeconds("p50", times, times.median().estimateMicros());
    writeSeconds("p95", times, times.p95().estimateMicros());
    writeSeconds("p99", times, times.p99().estimateMicros());
    writeSeconds("max", times, times.maxMicros());
    out.writeEndObject();
  }

  private void writeSeconds(String name, TimeTotals times, long micros) throws IOException {
    if (times.count() == 0) {
      out.writeNullField(name);
    } else {
      out.writeNumberField(name, micros / MICROS_PER_SECOND);
    }
  }
}
