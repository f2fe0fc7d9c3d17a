package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The metrics, as a scraper sees them. */
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
    "mirror_batched_requests_total",
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
  void openMetricsAreServedToWhoAsksForThem() throws Exception {
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", "select 1"));
    app.drain();

    URI metrics = URI.create("http://127.0.0.1:" + app.metricsPort() + "/metrics");
    HttpRequest request =
        HttpRequest.newBuilder(metrics).header("Accept", "application/openmetrics-text").build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/openmetrics-text");
    assertThat(response.body()).endsWith("# EOF\n");
  }
}
