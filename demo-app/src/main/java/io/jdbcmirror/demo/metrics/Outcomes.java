package io.jdbcmirror.demo.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the service's requests.
 *
 * @param parts every outcome and how many requests ended in it, in the order of the table
 */
public record Outcomes(long requests, long unfinished, Map<String, Long> parts) {
  /** Counts over all databases of one scrape. */
  public static Outcomes of(PrometheusText metrics) {
    Map<String, Long> parts = new LinkedHashMap<>();
    put(parts, metrics, "mirrored", "mirror_requests_mirrored_total");
    put(parts, metrics, "unsampled", "mirror_requests_unsampled_total");
    put(parts, metrics, "filtered", "mirror_requests_filtered_total");
    putReasons(parts, metrics, "discarded", "mirror_requests_discarded_total");
    putReasons(parts, metrics, "dropped", "mirror_requests_dropped_total");
    put(parts, metrics, "failed", "mirror_requests_failed_total");
    put(parts, metrics, "open", "mirror_requests_open");
    put(parts, metrics, "in flight", "mirror_requests_in_flight");
    long unfinished = parts.getOrDefault("open", 0L) + parts.getOrDefault("in flight", 0L);
    return new Outcomes((long) metrics.sum("mirror_requests_total"), unfinished, parts);
  }

  private static void put(
      Map<String, Long> parts, PrometheusText metrics, String outcome, String metric) {
    parts.put(outcome, (long) metrics.sum(metric));
  }

  /** A line for each reason that occurred, and one for the outcome if none did. */
  private static void putReasons(
      Map<String, Long> parts, PrometheusText metrics, String outcome, String metric) {
    Map<String, Long> reasons = new TreeMap<>();
    for (PrometheusText.Sample sample : metrics.all(metric)) {
      if (sample.value() != 0) {
        reasons.merge(outcome + ", " + sample.label("reason"), (long) sample.value(), Long::sum);
      }
    }
    parts.putAll(reasons.isEmpty() ? Map.of(outcome, 0L) : reasons);
  }

  public long sum() {
    return parts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether every request is accounted for; a service that made none proves nothing. */
  public boolean addUp() {
    return requests > 0 && requests == sum();
  }

  public long startingWith(String outcome) {
    return parts.entrySet().stream()
        .filter(part -> part.getKey().startsWith(outcome))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
