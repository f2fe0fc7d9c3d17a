package io.jdbcmirror.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.DigestError;
import io.jdbcmirror.metrics.DigestTotals;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.Snapshot;
import io.jdbcmirror.metrics.SpeedRule;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The report as JSON. Fields may be added; one that is renamed or removed raises {@code
 * reportVersion}.
 *
 * <pre>
 * reportVersion  1
 * verdict        ready, not_ready or not_enough_data
 * checks         setting (a key), figure, limit (the setting's value) and ok: true or false. The
 *                figure of report.max-time-ratio is what the ratio certainly is at least, of the digest
 *                where that is most; 0 where it is certain of none
 * version, java  the agent's and the JVM's
 * since, at      what it tells of, from and to: ISO 8601 in UTC
 * targetRefused  whether the target is, or may be, the source: then nothing is mirrored
 * databases      one entry for each source database, see {@link DatabaseJson}
 * changed        how many digests the target does otherwise: slower or faster, errors, differences
 * digests        the ten of them that changed most, each as {@link DigestJson} has it and with
 *                attributions (of its differences) and errorsBy
 * errorsBy       failed attempts on the target: type, sqlState, count; the most frequent first
 * settings       by key: value (secrets masked, null where there is none) and source
 * </pre>
 */
final class ReportJson {
  static final int VERSION = 1;
  private static final int MAX_DIGESTS = 10;

  private final Config config;
  private final PrometheusRecorder recorder;
  private final SpeedRule rule;

  ReportJson(Config config, PrometheusRecorder recorder) {
    this.config = config;
    this.recorder = recorder;
    this.rule = new SpeedRule(config.reportSlowerRatio());
  }

  /** The fields of one object. */
  void write(JsonGenerator out) throws IOException {
    Snapshot snapshot = recorder.snapshot();
    List<DigestTotals> digests = recorder.digests();
    out.writeNumberField("reportVersion", VERSION);
    Figures figures = Figures.of(snapshot.databases(), digests);
    writeVerdict(out, new ReadinessRule(config).assess(figures));
    out.writeStringField("version", recorder.version());
    out.writeStringField("java", System.getProperty("java.version", "unknown"));
    out.writeStringField("since", Instant.ofEpochMilli(recorder.sinceMillis()).toString());
    out.writeStringField("at", Instant.ofEpochMilli(System.currentTimeMillis()).toString());
    out.writeBooleanField("targetRefused", snapshot.targetRefused());
    new DatabaseJson(out).write(snapshot.databases());
    writeDigests(out, new MostChanged(rule).of(digests));
    ErrorsJson.write(out, errors(digests));
    SettingsJson.write(out, config);
  }

  private static void writeVerdict(JsonGenerator out, Assessment assessment) throws IOException {
    out.writeStringField("verdict", assessment.readiness().label());
    out.writeArrayFieldStart("checks");
    for (Check check : assessment.checks()) {
      out.writeStartObject();
      out.writeStringField("setting", check.setting().key());
      out.writeNumberField("figure", check.figure());
      out.writeNumberField("limit", check.limit());
      out.writeBooleanField("ok", check.isKept());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void writeDigests(JsonGenerator out, List<DigestTotals> changed) throws IOException {
    out.writeNumberField("changed", changed.size());
    out.writeArrayFieldStart("digests");
    DigestJson entries = new DigestJson(out, rule);
    for (DigestTotals digest : changed.subList(0, Math.min(MAX_DIGESTS, changed.size()))) {
      out.writeStartObject();
      entries.write(digest);
      JsonCounts.write(
          out,
          "attributions",
          Attribution.values(),
          Attribution::label,
          digest.comparisons()::differences);
      ErrorsJson.write(out, digest.errors());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static Map<DigestError, Long> errors(List<DigestTotals> digests) {
    Map<DigestError, Long> sums = new HashMap<>();
    for (DigestTotals digest : digests) {
      digest.errors().forEach((error, count) -> sums.merge(error, count, Long::sum));
    }
    return sums;
  }
}
