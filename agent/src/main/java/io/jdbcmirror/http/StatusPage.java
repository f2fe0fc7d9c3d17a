package io.jdbcmirror.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.QueueView;
import io.jdbcmirror.metrics.Snapshot;
import io.jdbcmirror.report.DatabaseJson;
import io.jdbcmirror.report.SettingsJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/**
 * {@code /api/status}: everything the page shows, as JSON. Fields may be added; one that is renamed
 * or removed raises {@code apiVersion}.
 *
 * <pre>
 * apiVersion       1
 * version          the agent's
 * state            what the agent is doing, in words
 * since            since when, ISO 8601 in UTC
 * target           up, refused: true or false
 * exposure         set: the fraction, paused: true or false, ramp: in words, null where none is
 * queue            length and capacity in transactions, bytes, maxBytes, lagSeconds
 * databases        one entry for each source database, see {@link DatabaseJson}
 * captureFailures  the agent's own faults on application threads, a number by hook
 * settings         by key: value (secrets masked, null where there is none) and source
 * </pre>
 */
final class StatusPage implements Page {
  private static final int API_VERSION = 1;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Config config;
  private final PrometheusRecorder recorder;
  private final StatusSource status;
  private final Json json;

  StatusPage(Config config, PrometheusRecorder recorder, StatusSource status, Json json) {
    this.config = config;
    this.recorder = recorder;
    this.status = status;
    this.json = json;
  }

  @Override
  public Response get(Request request) throws IOException {
    return json.respond(this::write);
  }

  private void write(JsonGenerator out) throws IOException {
    writeState(out);
    Snapshot snapshot = recorder.snapshot();
    writeTarget(out, snapshot);
    writeExposure(out, status.exposure());
    writeQueue(out, snapshot.queue());
    new DatabaseJson(out).write(snapshot.databases());
    writeFailures(out, snapshot);
    SettingsJson.write(out, config);
  }

  private void writeState(JsonGenerator out) throws IOException {
    out.writeNumberField("apiVersion", API_VERSION);
    out.writeStringField("version", recorder.version());
    out.writeStringField("state", status.state());
    out.writeStringField("since", Instant.ofEpochMilli(status.sinceMillis()).toString());
  }

  private static void writeTarget(JsonGenerator out, Snapshot snapshot) throws IOException {
    out.writeObjectFieldStart("target");
    out.writeBooleanField("up", snapshot.targetUp());
    out.writeBooleanField("refused", snapshot.targetRefused());
    out.writeEndObject();
  }

  private static void writeExposure(JsonGenerator out, ExposureControl exposure)
      throws IOException {
    out.writeObjectFieldStart("exposure");
    out.writeNumberField("set", exposure.fraction());
    out.writeBooleanField("paused", exposure.isPaused());
    out.writeStringField("ramp", exposure.ramp());
    out.writeEndObject();
  }

  private static void writeQueue(JsonGenerator out, QueueView queue) throws IOException {
    out.writeObjectFieldStart("queue");
    out.writeNumberField("length", queue.length());
    out.writeNumberField("capacity", queue.capacity());
    out.writeNumberField("bytes", queue.bytes());
    out.writeNumberField("maxBytes", queue.maxBytes());
    out.writeNumberField("lagSeconds", queue.lagNanos() / NANOS_PER_SECOND);
    out.writeEndObject();
  }

  private static void writeFailures(JsonGenerator out, Snapshot snapshot) throws IOException {
    out.writeObjectFieldStart("captureFailures");
    for (Map.Entry<String, Long> failures : snapshot.captureFailures().entrySet()) {
      out.writeNumberField(failures.getKey(), failures.getValue());
    }
    out.writeEndObject();
  }
}
