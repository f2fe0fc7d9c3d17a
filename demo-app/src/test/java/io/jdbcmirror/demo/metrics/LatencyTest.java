package io.jdbcmirror.demo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatencyTest {
  private static final PrometheusText METRICS =
      new PrometheusText(
          """
          mirror_latency_seconds_bucket{database="shop",side="source",le="0.001",} 0.0
          mirror_latency_seconds_bucket{database="shop",side="source",le="0.002",} 80.0
          mirror_latency_seconds_bucket{database="shop",side="source",le="0.01",} 96.0
          mirror_latency_seconds_bucket{database="shop",side="source",le="+Inf",} 100.0
          mirror_latency_seconds_count{database="shop",side="source",} 100.0
          mirror_latency_seconds_sum{database="shop",side="source",} 0.3
          mirror_latency_seconds_count{database="shop",side="target",} 0.0
          """);

  @Test
  void quantilesAreEstimatedWithinTheirBucket() {
    Latency latency = new Latency(METRICS, "source");

    assertThat(latency.count()).isEqualTo(100);
    assertThat(latency.meanSeconds()).isEqualTo(0.003, within(1e-9));
    assertThat(latency.quantileSeconds(0.4)).isEqualTo(0.0015, within(1e-9));
    assertThat(latency.quantileSeconds(0.88)).isEqualTo(0.006, within(1e-9));
  }

  @Test
  void quantileBeyondTheLastBoundIsThatBound() {
    assertThat(new Latency(METRICS, "source").quantileSeconds(0.99)).isEqualTo(0.01);
  }

  @Test
  void sideThatMeasuredNothingHasNoLatency() {
    Latency latency = new Latency(METRICS, "target");

    assertThat(latency.meanSeconds()).isNaN();
    assertThat(latency.quantileSeconds(0.5)).isNaN();
  }
}
