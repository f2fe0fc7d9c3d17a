package io.jdbcmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.Comparison;
import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.DigestName;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verdict on a run, and what it is made of. */
class ReadinessRuleTest {
  private static final DigestName SELECT =
      new DigestName("0a1b", "select * from t where id = ?", "select", List.of("t"));

  private static Assessment assess(String settings, Figures.Builder figures) throws Exception {
    Config config = Config.load(settings, new Properties(), Map.of());
    return new ReadinessRule(config).assess(figures.build());
  }

  @ParameterizedTest
  @CsvSource({
    // tried, errors, compared, unexplained, dropped, p95: what is not kept
    "1000, 0, 1000, 0, 0, 0, ready, ",
    "2000, 2, 1000, 0, 20, 1.5, ready, ",
    "2000, 3, 1000, 0, 20, 1.5, not_ready, report.max-error-share",
    "2000, 2, 1000, 1, 20, 1.5, not_ready, report.max-unexplained",
    "2000, 2, 1000, 0, 21, 1.5, not_ready, report.max-dropped-share",
    "2000, 2, 1000, 0, 20, 1.51, not_ready, report.max-time-ratio",
    "2000, 2, 999, 0, 20, 1.5, not_enough_data, report.min-compared",
    "2000, 2, 999, 1, 20, 1.5, not_enough_data, report.min-compared report.max-unexplained",
    "0, 0, 0, 0, 0, 0, not_enough_data, report.min-compared",
    "0, 0, 0, 0, 9, 0, not_enough_data, report.min-compared report.max-dropped-share",
  })
  void eachLimitThatIsNotKeptIsNamed(
      long tried,
      long errors,
      long compared,
      long unexplained,
      long dropped,
      double timeRatio,
      String expected,
      String broken)
      throws Exception {
    Figures.Builder figures = new Figures.Builder();
    figures.tried = tried;
    figures.errors = errors;
    figures.compared = compared;
    figures.unexplained = unexplained;
    figures.dropped = dropped;
    figures.timeRatio = timeRatio;

    Assessment assessment = assess("", figures);

    assertThat(assessment.readiness().label()).isEqualTo(expected);
    assertThat(assessment.checks()).hasSize(5);
    assertThat(assessment.checks().stream().filter(check -> !check.isKept()))
        .extracting(check -> check.setting().key())
        .containsExactly(broken == null ? new String[0] : broken.split(" "));
  }

  @Test
  void theSettingsAreTheLimits() throws Exception {
    Figures.Builder figures = new Figures.Builder();
    figures.tried = 10;
    figures.errors = 5;
    figures.compared = 7;
    figures.unexplained = 3;
    figures.dropped = 10;
    figures.timeRatio = 4;
    String settings =
        "report.min-compared=7,report.max-error-share=0.5,report.max-unexplained=3,"
            + "report.max-dropped-share=0.5,report.max-time-ratio=4";

    Assessment assessment = assess(settings, figures);

    assertThat(assessment.readiness()).isEqualTo(Readiness.READY);
    assertThat(assessment.checks())
        .extracting(Check::limit)
        .containsExactly(7.0, 0.5, 3.0, 4.0, 0.5);
    assertThat(assessment.checks())
        .extracting(Check::figure)
        .containsExactly(7.0, 0.5, 3.0, 4.0, 0.5);
  }

  @Test
  void figuresAreOverAllDatabases() {
    PrometheusRecorder recorder = new PrometheusRecorder("test");
    for (String name : new String[] {"shop", "billing"}) {
      DatabaseRecorder database = recorder.database(name);
      database.digests().compared(SELECT, Comparison.match());
      database.digests().compared(SELECT, Comparison.notCompared(NotCompared.OFF));
      database
          .digests()
          .compared(SELECT, Comparison.difference(Verdict.RESULT, Attribution.CONCURRENT));
    }
    recorder
        .database("shop")
        .digests()
        .compared(SELECT, Comparison.difference(Verdict.ROW_COUNT, Attribution.UNEXPLAINED));

    Figures figures = Figures.of(recorder.snapshot().databases(), recorder.digests());

    assertThat(figures.compared()).isEqualTo(5);
    assertThat(figures.unexplained()).isEqualTo(1);
    assertThat(figures.timeRatio()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"400, 10, true", "23, 10, true", "22, 10, false", "400, 1, false"})
  void aRatioCountsOnlyWhereItIsCertain(int calls, int times, boolean counts) {
    PrometheusRecorder recorder = new PrometheusRecorder("test");
    for (int i = 0; i < calls; i++) {
      recorder.database("shop").digests().mirrored(SELECT, 1_000_000, times * 1_000_000L);
    }

    double ratio = Figures.of(recorder.snapshot().databases(), recorder.digests()).timeRatio();

    assertThat(ratio).isBetween(counts ? 0.95 * times : 0.0, counts ? 1.0 * times : 0.0);
  }
}
