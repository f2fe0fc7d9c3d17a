package io.jdbcmirror.http;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Prometheus' text format, or OpenMetrics for who accepts it. The client library has a handler for
 * this, but loading it sets system properties of the JDK's HTTP server, which are the
 * application's.
 */
final class MetricsPage implements Page {
  private final CollectorRegistry registry;

  MetricsPage(CollectorRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Response get(Request request) throws IOException {
    String format = TextFormat.chooseContentType(request.accept());
    ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 14);
    try (Writer writer = new OutputStreamWriter(body, StandardCharsets.UTF_8)) {
      TextFormat.writeFormat(format, writer, registry.metricFamilySamples());
    }
    return new Response(200, format, body.toByteArray()).header("Vary", "Accept");
  }
}
