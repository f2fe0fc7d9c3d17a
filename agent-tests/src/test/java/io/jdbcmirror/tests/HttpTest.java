package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The agent's HTTP server, as a scraper and an operator see it. */
class HttpTest extends MirrorSuite {
  private static final String[] METRICS = {
    "mirror_requests_total",
    "mirror_requests_mirrored_total",
    "mirror_requests_unsampled_total",
    "mirror_requests_filtered_total",
    "mirror_requests_failed_total",
    "mirror_requests_discarded_total",
    "mirror_requests_dropped_total",
    "mirror_requests_open",
    "mirror_requests_in_flight",
    "mirror_transactions_total",
    "mirror_order_relaxed_total",
    "mirror_errors_total",
    "mirror_errors_connection_total",
    "mirror_errors_timeout_total",
    "mirror_errors_query_total",
    "mirror_errors_buffer_full_total",
    "mirror_comparisons_total",
    "mirror_not_compared_total",
    "mirror_differences_total",
    "mirror_latency_seconds",
    "mirror_queue_wait_seconds",
    "mirror_queue_length",
    "mirror_queue_capacity",
    "mirror_queue_bytes",
    "mirror_queue_max_bytes",
    "mirror_lag_seconds",
    "mirror_exposure",
    "mirror_target_up",
    "mirror_target_refused",
    "mirror_capture_failures_total",
    "mirror_build_info"
  };

  HttpTest() {
    super(Vendor.POSTGRES);
  }

  @Test
  void everyMetricIsServed() {
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", "select 1"));
    Metrics metrics = app.drain();

    for (String name : METRICS) {
      assertThat(metrics.text()).contains("# TYPE " + name + " ");
    }
    assertThat(metrics.labelValues("mirror_requests_total", "database"))
        .containsExactly(source.name());
    assertThat(metrics.value("mirror_queue_capacity")).isEqualTo(8192);
    assertThat(metrics.value("mirror_queue_max_bytes")).isEqualTo(64 * 1024 * 1024);
    assertThat(metrics.value("mirror_build_info")).isOne();
    assertThat(metrics.count("mirror_capture_failures_total")).isZero();
  }

  @Test
  void pathsAreExactAndMethodsAreChecked() throws Exception {
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", "select 1"));
    app.drain();

    assertThat(app.get("/-/healthy").statusCode()).isEqualTo(200);
    assertThat(app.get("/-/ready").statusCode()).isEqualTo(200);
    assertThat(app.get("/api/status").statusCode()).isEqualTo(200);
    assertThat(app.get("/api/status").body()).startsWith("{").contains(source.name());
    assertThat(app.get("/api/digests?sort=calls").body()).startsWith("{\"apiVersion\":1,");
    assertThat(app.get("/api/digests?sort=x").statusCode()).isEqualTo(400);
    assertThat(app.get("/api/digests/nobody-knows-it").statusCode()).isEqualTo(404);
    assertThat(app.get("/").statusCode()).isEqualTo(200);
    for (String wrong : new String[] {"/metricsXYZ", "/metrics/", "/-/", "/nowhere"}) {
      assertThat(app.get(wrong).statusCode()).as(wrong).isEqualTo(404);
    }
    assertThat(send(app, "POST", "*/*").statusCode()).isEqualTo(405);
    assertThat(send(app, "DELETE", "*/*").statusCode()).isEqualTo(405);
    assertThat(send(app, "HEAD", "*/*").statusCode()).isEqualTo(200);
    HttpResponse<String> openMetrics = send(app, "GET", "application/openmetrics-text");
    assertThat(openMetrics.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/openmetrics-text");
    assertThat(openMetrics.body()).endsWith("# EOF\n");
  }

  private static HttpResponse<String> send(MirroredApp app, String method, String accept)
      throws Exception {
    Matcher address = Pattern.compile("http://\\S+/metrics").matcher(app.stderr());
    assertThat(address.find()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.group()))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Accept", accept)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
