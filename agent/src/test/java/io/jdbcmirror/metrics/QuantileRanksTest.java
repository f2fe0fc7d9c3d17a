package io.jdbcmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileRanksTest {
  private static final int RUNS = 2_000;
  private static final int TIMES = 2_000;

  /** With an error rate that can be seen: looked at after each single time, it still holds. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.95})
  void theQuantileLeavesItsBoundsAsRarelyAsPromisedHoweverOftenOneLooks(double quantile) {
    double error = 0.2;
    long[] low = new long[TIMES + 1];
    long[] high = new long[TIMES + 1];
    QuantileRanks ranks = new QuantileRanks(quantile, error);
    for (int count = 1; count <= TIMES; count++) {
      low[count] = ranks.low(count);
      high[count] = ranks.high(count);
    }
    Random random = new Random(4711);
    int outside = 0;
    for (int run = 0; run < RUNS; run++) {
      outside += leavesItsBounds(random, quantile, low, high) ? 1 : 0;
    }
    assertThat(outside).isPositive().isLessThan((int) (RUNS * error));
  }

  /** The quantile lies between the times of rank {@code below} and {@code below + 1}. */
  private static boolean leavesItsBounds(Random random, double quantile, long[] low, long[] high) {
    long below = 0;
    for (int count = 1; count <= TIMES; count++) {
      below += random.nextDouble() < quantile ? 1 : 0;
      if (low[count] > below || high[count] < below + 1) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({"0.5, 22, 0, 23", "0.5, 23, 1, 23", "0.95, 325, 282, 326", "0.95, 326, 283, 326"})
  void tooFewTimesHaveNoBounds(double quantile, long count, long low, long high) {
    QuantileRanks ranks = new QuantileRanks(quantile, Quantile.ERROR);
    assertThat(ranks.low(count)).isEqualTo(low);
    assertThat(ranks.high(count)).isEqualTo(high);
  }

  /** What the rule's documentation says of z: 5.9 at 1,000, and 6.4 at a million. */
  @ParameterizedTest
  @CsvSource({"1000, 5.9", "1000000, 6.4"})
  void theBoundsAreSoManyStandardErrorsWide(long count, double z) {
    QuantileRanks ranks = new QuantileRanks(0.5, Quantile.ERROR);
    double standardError = Math.sqrt(count) / 2;
    assertThat((ranks.high(count) - ranks.low(count)) / 2 / standardError)
        .isBetween(z - 0.1, z + 0.1);
  }
}
