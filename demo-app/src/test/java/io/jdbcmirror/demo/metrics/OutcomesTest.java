package io.jdbcmirror.demo.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static final String PAGE =
      """
      # HELP mirror_requests_total Requests.
      # TYPE mirror_requests_total counter
      mirror_requests_total{database="shop",} 20.0
      mirror_requests_mirrored_total{database="shop",} 10.0
      mirror_requests_discarded_total{database="shop",reason="rolled_back",} 4.0
      mirror_requests_discarded_total{database="shop",reason="source_error",} 1.0
      mirror_requests_dropped_total{database="shop",reason="queue_full",} 0.0
      mirror_requests_open{database="shop",} 3.0
      mirror_requests_in_flight{database="shop",} 2.0
      """;

  @Test
  void outcomesThatAccountForEveryRequestAddUp() {
    Outcomes outcomes = Outcomes.of(new PrometheusText(PAGE));

    assertThat(outcomes.requests()).isEqualTo(20);
    assertThat(outcomes.unfinished()).isEqualTo(5);
    assertThat(outcomes.parts())
        .containsEntry("discarded, rolled_back", 4L)
        .containsEntry("discarded, source_error", 1L)
        .containsEntry("dropped", 0L);
    assertThat(outcomes.startingWith("discarded")).isEqualTo(5);
    assertThat(outcomes.addUp()).isTrue();
  }

  @Test
  void oneLostRequestDoesNotAddUp() {
    String lost = PAGE.replace("shop\",} 20.0", "shop\",} 21.0");

    assertThat(Outcomes.of(new PrometheusText(lost)).addUp()).isFalse();
  }

  @Test
  void noRequestsAtAllDoNotAddUp() {
    assertThat(Outcomes.of(new PrometheusText("")).addUp()).isFalse();
  }
}
