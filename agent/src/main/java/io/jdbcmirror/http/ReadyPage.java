package io.jdbcmirror.http;

import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.Snapshot;

/** 200 while the target is reachable and not refused, else 503 with the reason. */
final class ReadyPage implements Page {
  private final PrometheusRecorder recorder;

  ReadyPage(PrometheusRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Response get(Request request) {
    Snapshot snapshot = recorder.snapshot();
    if (snapshot.targetRefused()) {
      return Response.text(503, "not ready: the target is refused, it is or may be the source");
    }
    if (!snapshot.targetUp()) {
      return Response.text(503, "not ready: the target is not reachable");
    }
    return Response.text(200, "ready");
  }
}
