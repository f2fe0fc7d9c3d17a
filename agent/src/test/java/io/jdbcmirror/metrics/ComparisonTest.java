package io.jdbcmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
  private final PrometheusRecorder recorder = new PrometheusRecorder("1");
  private final DatabaseRecorder shop = recorder.database("shop");

  @Test
  void verdictsReasonsAndAttributionsAddUp() {
    shop.digests().compared(DigestName.OTHER, Comparison.match());
    shop.digests().compared(DigestName.OTHER, Comparison.match());
    shop.digests().compared(DigestName.OTHER, Comparison.notCompared(NotCompared.OFF));
    shop.digests()
        .compared(DigestName.OTHER, Comparison.difference(Verdict.RESULT, Attribution.UNEXPLAINED));
    shop.digests()
        .compared(DigestName.OTHER, Comparison.difference(Verdict.RESULT, Attribution.CONCURRENT));
    shop.digests()
        .compared(
            DigestName.OTHER, Comparison.difference(Verdict.ERROR_NEW, Attribution.UNEXPLAINED));

    ComparisonTotals totals = recorder.snapshot().databases().get(0).comparisons();
    assertThat(totals.verdict(Verdict.MATCH)).isEqualTo(2);
    assertThat(totals.verdict(Verdict.RESULT)).isEqualTo(2);
    assertThat(totals.verdict(Verdict.NOT_COMPARED)).isEqualTo(1);
    assertThat(totals.notCompared(NotCompared.OFF)).isEqualTo(1);
    assertThat(totals.notCompared(NotCompared.SHUTDOWN)).isZero();
    assertThat(totals.differences(Attribution.UNEXPLAINED)).isEqualTo(2);
    assertThat(totals.differences(Verdict.RESULT, Attribution.CONCURRENT)).isEqualTo(1);
    assertThat(totals.differences()).isEqualTo(3);
    assertThat(metric("mirror_comparisons_total", "verdict", "result")).isEqualTo(2);
    assertThat(metric("mirror_not_compared_total", "reason", "off")).isEqualTo(1);
    assertThat(metric("mirror_differences_total", "attribution", "concurrent")).isEqualTo(1);
  }

  private double metric(String name, String label, String value) {
    String[] names = {"database", label};
    String[] values = {"shop", value};
    return recorder.registry().getSampleValue(name, names, values);
  }

  @Test
  void equalOnesAreTheSame() {
    assertThat(Comparison.notCompared(NotCompared.OFF))
        .isSameAs(Comparison.notCompared(NotCompared.OFF));
    assertThat(Comparison.difference(Verdict.RESULT, Attribution.UNEXPLAINED))
        .isSameAs(Comparison.difference(Verdict.RESULT, Attribution.UNEXPLAINED));
  }

  @ParameterizedTest
  @EnumSource(names = {"MATCH", "NOT_COMPARED"})
  void whatIsNoDifferenceHasNoAttribution(Verdict verdict) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.difference(verdict, Attribution.UNEXPLAINED));
  }
}
