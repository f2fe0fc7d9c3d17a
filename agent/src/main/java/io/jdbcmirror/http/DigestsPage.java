package io.jdbcmirror.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.metrics.DigestTotals;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.SpeedRule;
import io.jdbcmirror.report.DigestJson;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/digests}: the digests of all databases, as JSON. Of the query, {@code sort} is {@code
 * slower} (what it is without), {@code errors}, {@code differences} or {@code calls}: the most of
 * it first; {@code limit} is how many there are at most, 1 to 1,000, or 100. Fields may be added;
 * one that is renamed or removed raises {@code apiVersion}.
 *
 * <pre>
 * apiVersion  1
 * total       how many there are without limit
 * digests     each as {@link DigestJson} has it
 * </pre>
 */
final class DigestsPage implements Page {
  static final int API_VERSION = 1;
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  private final PrometheusRecorder recorder;
  private final SpeedRule rule;
  private final Json json;

  DigestsPage(PrometheusRecorder recorder, SpeedRule rule, Json json) {
    this.recorder = recorder;
    this.rule = rule;
    this.json = json;
  }

  @Override
  public Response get(Request request) throws IOException {
    String sort = request.parameter("sort");
    DigestOrder order = sort == null ? DigestOrder.SLOWER : DigestOrder.ofLabel(sort);
    if (order == null) {
      return Response.text(400, "sort is not one of " + DigestOrder.labels());
    }
    int limit = limit(request.parameter("limit"));
    if (limit == 0) {
      return Response.text(400, "limit is not a whole number from 1 to " + MAX_LIMIT);
    }
    return json.respond(out -> write(out, order, limit));
  }

  /** 0 if it is none. */
  private static int limit(@Nullable String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      return limit >= 1 && limit <= MAX_LIMIT ? limit : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private void write(JsonGenerator out, DigestOrder order, int limit) throws IOException {
    List<DigestTotals> digests = recorder.digests();
    digests.sort(order.comparator(rule));
    out.writeNumberField("apiVersion", API_VERSION);
    out.writeNumberField("total", digests.size());
    out.writeArrayFieldStart("digests");
    DigestJson entries = new DigestJson(out, rule);
    for (DigestTotals digest : digests.subList(0, Math.min(limit, digests.size()))) {
      out.writeStartObject();
      entries.write(digest);
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
