package io.jdbcmirror.demo.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The agent's page of metrics. */
public final class MetricsPage {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI uri;

  public MetricsPage(URI uri) {
    this.uri = uri;
  }

  public PrometheusText read() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(uri + " answered " + response.statusCode());
    }
    return new PrometheusText(response.body());
  }

  /** Where the agent shows itself to people. */
  public URI statusPage() {
    return uri.resolve("/");
  }
}
