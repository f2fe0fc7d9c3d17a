package io.jdbcmirror.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.ComparisonTotals;
import io.jdbcmirror.metrics.DigestDetail;
import io.jdbcmirror.metrics.DigestTotals;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.SpeedRule;
import io.jdbcmirror.metrics.Verdict;
import io.jdbcmirror.report.DigestJson;
import io.jdbcmirror.report.ErrorsJson;
import io.jdbcmirror.report.HistogramsJson;
import io.jdbcmirror.report.JsonCounts;
import java.io.IOException;
import java.util.Map;

/**
 * {@code /api/digests/{id}}: one digest, as JSON; 404 where there is none of that identifier.
 * Fields may be added; one that is renamed or removed raises {@code apiVersion}.
 *
 * <pre>
 * apiVersion         1
 * ...                the fields that {@link DigestJson} has
 * attributions       requests that differ, by what explains it
 * notCompared        requests that were not compared, by reason
 * differencesBy      by verdict, and then by attribution; of both, only what occurred
 * errorsBy           failed attempts: type, sqlState, count; the most frequent first
 * callSites          site (Class.method(File:line)) and count, of the executions looked at, the most
 *                    frequent first; the first five seen, all others are "other"
 * histogramsSeconds  source, target: from, until (not included) and count, where that is not 0
 * </pre>
 */
final class DigestPage implements Page {
  private final PrometheusRecorder recorder;
  private final SpeedRule rule;
  private final Json json;

  DigestPage(PrometheusRecorder recorder, SpeedRule rule, Json json) {
    this.recorder = recorder;
    this.rule = rule;
    this.json = json;
  }

  @Override
  public Response get(Request request) throws IOException {
    DigestDetail digest = recorder.digest(request.lastSegment());
    return digest == null
        ? Response.text(404, "not found")
        : json.respond(out -> write(out, digest));
  }

  private void write(JsonGenerator out, DigestDetail digest) throws IOException {
    out.writeNumberField("apiVersion", DigestsPage.API_VERSION);
    new DigestJson(out, rule).write(digest.totals());
    writeComparisons(out, digest.totals().comparisons());
    ErrorsJson.write(out, digest.totals().errors());
    writeCallSites(out, digest.totals());
    HistogramsJson.write(out, digest.source(), digest.target());
  }

  private static void writeComparisons(JsonGenerator out, ComparisonTotals totals)
      throws IOException {
    JsonCounts.write(
        out, "attributions", Attribution.values(), Attribution::label, totals::differences);
    JsonCounts.write(
        out, "notCompared", NotCompared.values(), NotCompared::label, totals::notCompared);
    out.writeObjectFieldStart("differencesBy");
    for (Verdict verdict : Verdict.values()) {
      if (verdict.isDifference() && totals.verdict(verdict) > 0) {
        writeDifferences(out, verdict, totals);
      }
    }
    out.writeEndObject();
  }

  private static void writeDifferences(JsonGenerator out, Verdict verdict, ComparisonTotals totals)
      throws IOException {
    out.writeObjectFieldStart(verdict.label());
    for (Attribution attribution : Attribution.values()) {
      if (totals.differences(verdict, attribution) > 0) {
        out.writeNumberField(attribution.label(), totals.differences(verdict, attribution));
      }
    }
    out.writeEndObject();
  }

  private static void writeCallSites(JsonGenerator out, DigestTotals digest) throws IOException {
    out.writeArrayFieldStart("callSites");
    for (Map.Entry<String, Long> site : ErrorsJson.mostFrequentFirst(digest.callSites())) {
      out.writeStartObject();
      out.writeStringField("site", site.getKey());
      out.writeNumberField("count", site.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
