package io.jdbcmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrometheusRecorderTest {
  private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(?:\\{(.*)})? (\\S+)");

  private final PrometheusRecorder recorder = new PrometheusRecorder("1.2.3");

  @Test
  void namesTypesAndLabelsAreThoseOfTheDesign() throws IOException {
    recorder.database("shop");
    recorder.hooks(List.of("execute"));
    Map<String, SortedSet<String>> labels = new LinkedHashMap<>();
    for (String line : text().split("\n")) {
      Matcher sample = SAMPLE.matcher(line);
      if (!line.startsWith("#") && sample.matches()) {
        labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>()).addAll(names(sample));
      }
    }
    assertThat(labels)
        .containsOnly(
            entry("mirror_requests_total", set("database")),
            entry("mirror_requests_mirrored_total", set("database")),
            entry("mirror_requests_unsampled_total", set("database")),
            entry("mirror_requests_filtered_total", set("database")),
            entry("mirror_requests_failed_total", set("database")),
            entry("mirror_requests_discarded_total", set("database", "reason")),
            entry("mirror_requests_dropped_total", set("database", "reason")),
            entry("mirror_requests_open", set("database")),
            entry("mirror_requests_in_flight", set("database")),
            entry("mirror_transactions_total", set("database", "outcome")),
            entry("mirror_order_relaxed_total", set("database")),
            entry("mirror_batched_requests_total", set("database")),
            entry("mirror_generated_keys_total", set("database", "result")),
            entry("mirror_errors_total", set("database", "type")),
            entry("mirror_errors_connection_total", set("database")),
            entry("mirror_errors_timeout_total", set("database")),
            entry("mirror_errors_query_total", set("database")),
            entry("mirror_errors_buffer_full_total", set("database")),
            entry("mirror_source_errors_compared_total", set("database")),
            entry("mirror_comparisons_total", set("database", "verdict")),
            entry("mirror_not_compared_total", set("database", "reason")),
            entry("mirror_differences_total", set("database", "attribution")),
            entry("mirror_latency_seconds_bucket", set("database", "side", "le")),
            entry("mirror_latency_seconds_count", set("database", "side")),
            entry("mirror_latency_seconds_sum", set("database", "side")),
            entry("mirror_queue_wait_seconds_bucket", set("database", "le")),
            entry("mirror_queue_wait_seconds_count", set("database")),
            entry("mirror_queue_wait_seconds_sum", set("database")),
            entry("mirror_queue_length", set()),
            entry("mirror_queue_capacity", set()),
            entry("mirror_queue_bytes", set()),
            entry("mirror_queue_max_bytes", set()),
            entry("mirror_lag_seconds", set()),
            entry("mirror_exposure", set()),
            entry("mirror_target_up", set()),
            entry("mirror_target_refused", set()),
            entry("mirror_capture_failures_total", set("hook")),
            entry("mirror_build_info", set("version", "java")));
  }

  private static List<String> names(Matcher sample) {
    List<String> names = new ArrayList<>();
    Matcher name =
        Pattern.compile("([a-z]+)=\"").matcher(sample.group(2) == null ? "" : sample.group(2));
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  private static SortedSet<String> set(String... values) {
    return new TreeSet<>(List.of(values));
  }

  @Test
  void countersAreDeclaredAsSuchInBothFormats() throws IOException {
    recorder.database("shop");
    assertThat(text())
        .contains("# TYPE mirror_requests_total counter\n")
        .contains("# TYPE mirror_errors_buffer_full_total counter\n")
        .contains("# TYPE mirror_requests_open gauge\n")
        .contains("# TYPE mirror_latency_seconds histogram\n")
        .contains("# TYPE mirror_build_info gauge\n")
        .doesNotContain("_created");
    assertThat(openMetrics())
        .contains("# TYPE mirror_requests counter\n")
        .contains("# TYPE mirror_requests_mirrored counter\n")
        .contains("# TYPE mirror_latency_seconds histogram\n")
        .contains("\nmirror_requests_total{database=\"shop\"} 0.0\n")
        .doesNotContain("_created")
        .endsWith("# EOF\n");
  }

  @Test
  void everyLabelOfTheClosedSetsIsThereFromTheFirstSight() throws IOException {
    recorder.database("shop");
    String text = text();
    for (Outcome outcome : Outcome.values()) {
      String group = outcome.group().label();
      String reason = outcome.reason().isEmpty() ? "" : "reason=\"" + outcome.reason() + "\",";
      assertThat(text)
          .contains("mirror_requests_" + group + "_total{database=\"shop\"," + reason + "} 0.0\n")
          .contains(
              "mirror_transactions_total{database=\"shop\",outcome=\"" + group + "\",} 0.0\n");
    }
    for (ErrorType type : ErrorType.values()) {
      assertThat(text)
          .contains("mirror_errors_total{database=\"shop\",type=\"" + type.label() + "\",} 0.0\n");
    }
    for (Verdict verdict : Verdict.values()) {
      assertThat(text).contains("database=\"shop\",verdict=\"" + verdict.label() + "\",} 0.0\n");
    }
    for (NotCompared reason : NotCompared.values()) {
      assertThat(text)
          .contains(
              "mirror_not_compared_total{database=\"shop\",reason=\""
                  + reason.label()
                  + "\",} 0.0");
    }
    for (Attribution attribution : Attribution.values()) {
      String label = "attribution=\"" + attribution.label() + "\",} 0.0\n";
      assertThat(text).contains("mirror_differences_total{database=\"shop\"," + label);
    }
    assertThat(text)
        .contains("mirror_latency_seconds_count{database=\"shop\",side=\"target\",} 0.0");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION", "TIMEOUT", "QUERY", "BUFFER_FULL"})
  void theSeedsNamesCountTheSameErrors(ErrorType type) {
    for (ErrorType each : ErrorType.values()) {
      recorder.database("shop").error(each);
    }
    recorder.database("shop").error(type);
    assertThat(value("mirror_errors_" + type.label() + "_total", "database", "shop"))
        .isEqualTo(value("mirror_errors_total", "database", "shop", "type", type.label()))
        .isEqualTo(2.0);
  }

  @Test
  void requestsAreOpenThenInFlightThenEnded() {
    DatabaseRecorder shop = recorder.database("shop");
    for (int i = 0; i < 5; i++) {
      shop.opened();
    }
    assertThat(value("mirror_requests_open", "database", "shop")).isEqualTo(5);
    shop.placed(3);
    shop.ended(Outcome.ROLLED_BACK, 2);
    assertThat(value("mirror_requests_open", "database", "shop")).isZero();
    assertThat(value("mirror_requests_in_flight", "database", "shop")).isEqualTo(3);
    shop.finished(Outcome.MIRRORED, 2);
    shop.finished(Outcome.SHUTDOWN, 1);
    assertThat(value("mirror_requests_in_flight", "database", "shop")).isZero();
    assertThat(value("mirror_requests_mirrored_total", "database", "shop")).isEqualTo(2);
    assertThat(value("mirror_requests_dropped_total", "database", "shop", "reason", "shutdown"))
        .isEqualTo(1);
    assertThat(recorder.snapshot().unaccounted()).isZero();
  }

  @Test
  void queueAndTargetAreReadWhenScraped() {
    assertThat(value("mirror_queue_capacity")).isZero();
    recorder.queue(new FixedQueue());
    recorder.targetUp(true);
    recorder.targetRefused(true);
    assertThat(value("mirror_queue_length")).isEqualTo(1);
    assertThat(value("mirror_queue_capacity")).isEqualTo(2);
    assertThat(value("mirror_queue_bytes")).isEqualTo(3);
    assertThat(value("mirror_queue_max_bytes")).isEqualTo(4);
    assertThat(value("mirror_lag_seconds")).isEqualTo(0.5);
    assertThat(value("mirror_target_up")).isEqualTo(1);
    assertThat(value("mirror_target_refused")).isEqualTo(1);
    recorder.targetUp(false);
    assertThat(value("mirror_target_up")).isZero();
  }

  @Test
  void theBuildIsNamed() {
    String java = System.getProperty("java.version");
    assertThat(value("mirror_build_info", "version", "1.2.3", "java", java)).isEqualTo(1);
  }

  @Test
  void oneNameIsOneObjectAndTooManyNamesAreOther() {
    for (int i = 0; i < PrometheusRecorder.MAX_DATABASES; i++) {
      recorder.database("db" + i);
    }
    assertThat(recorder.database("db7")).isSameAs(recorder.database("db7"));
    DatabaseRecorder other = recorder.database("one more");
    other.opened();
    assertThat(recorder.database("and another")).isSameAs(other);
    assertThat(recorder.snapshot().databases()).hasSize(PrometheusRecorder.MAX_DATABASES + 1);
    assertThat(value("mirror_requests_open", "database", "other")).isEqualTo(1);
  }

  @Test
  void tooManyHooksAreOtherToo() {
    for (int i = 0; i < PrometheusRecorder.MAX_HOOKS; i++) {
      recorder.captureFailure("hook" + i);
    }
    recorder.captureFailure("one more");
    recorder.captureFailure("hook1");
    assertThat(value("mirror_capture_failures_total", "hook", "hook1")).isEqualTo(2);
    assertThat(value("mirror_capture_failures_total", "hook", "other")).isEqualTo(1);
  }

  @Test
  void sixteenThreadsLoseNothing() throws Exception {
    int threads = 16;
    int rounds = 20_000;
    Thread[] workers = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      Outcome outcome = Outcome.values()[i % Outcome.values().length];
      workers[i] = new Thread(() -> traffic(recorder.database("shop"), outcome, rounds));
      workers[i].start();
    }
    while (workers[0].isAlive()) {
      assertPlausible(recorder.snapshot());
    }
    for (Thread worker : workers) {
      worker.join();
    }
    Snapshot end = recorder.snapshot();
    assertThat(end.requests()).isEqualTo(2L * threads * rounds);
    assertThat(end.open()).isZero();
    assertThat(end.inFlight()).isZero();
    assertThat(end.unaccounted()).isZero();
    assertThat(end.requests(Outcome.UNSAMPLED)).isEqualTo(2L * 2 * rounds);
    DatabaseTotals shop = end.databases().get(0);
    assertThat(shop.source().count())
        .isEqualTo(shop.target().count())
        .isEqualTo((long) threads * rounds);
    assertThat(shop.transactions(Outcome.Group.DISCARDED)).isEqualTo(5L * rounds);
    assertThat(shop.errors(ErrorType.IO)).isEqualTo((long) threads * rounds);
  }

  private static void traffic(DatabaseRecorder database, Outcome outcome, int rounds) {
    for (int i = 0; i < rounds; i++) {
      database.opened();
      database.opened();
      database.ended(outcome, 1);
      database.placed(1);
      database.finished(outcome, 1);
      database.transaction(outcome);
      database.error(ErrorType.IO);
      database.latency(i, i);
    }
  }

  private static void assertPlausible(Snapshot snapshot) {
    assertThat(snapshot.open()).isNotNegative();
    assertThat(snapshot.inFlight()).isNotNegative();
    assertThat(snapshot.unaccounted()).isZero();
  }

  @Test
  void theNullObjectIsItsOwnDatabase() {
    assertThat(Recorder.NOOP.database("shop")).isSameAs(Recorder.NOOP);
  }

  private double value(String name, String... labels) {
    String[] names = new String[labels.length / 2];
    String[] values = new String[labels.length / 2];
    for (int i = 0; i < names.length; i++) {
      names[i] = labels[2 * i];
      values[i] = labels[2 * i + 1];
    }
    return recorder.registry().getSampleValue(name, names, values);
  }

  private String text() throws IOException {
    return written(TextFormat.CONTENT_TYPE_004);
  }

  private String openMetrics() throws IOException {
    return written(TextFormat.CONTENT_TYPE_OPENMETRICS_100);
  }

  private String written(String format) throws IOException {
    StringWriter text = new StringWriter();
    List<io.prometheus.client.Collector.MetricFamilySamples> families =
        Collections.list(recorder.registry().metricFamilySamples());
    TextFormat.writeFormat(format, text, Collections.enumeration(families));
    return text.toString();
  }

  private static final class FixedQueue implements QueueView {
    @Override
    public int length() {
      return 1;
    }

    @Override
    public int capacity() {
      return 2;
    }

    @Override
    public long bytes() {
      return 3;
    }

    @Override
    public long maxBytes() {
      return 4;
    }

    @Override
    public long lagNanos() {
      return 500_000_000;
    }
  }
}
