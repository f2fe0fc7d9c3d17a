package io.jdbcmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpeedRuleTest {
  private static final SpeedRule RULE = new SpeedRule(1.5);

  /** The least ratio there is, so that all depends on the bounds. */
  private static final SpeedRule STRICT = new SpeedRule(Math.nextUp(1.0));

  /** Times in nanoseconds, around a millisecond and more. */
  private enum Times {
    LOGNORMAL(random -> 1e6 * Math.exp(random.nextGaussian())),
    BIMODAL(random -> (random.nextInt(10) < 7 ? 3e5 : 2e7) * (1 + random.nextDouble() / 5)),
    /** Of which neither variance nor, nearly, mean is finite. */
    HEAVY_TAIL(random -> 5e5 / Math.pow(1 - random.nextDouble(), 1 / 1.1));

    private final ToDoubleFunction<Random> nanos;

    Times(ToDoubleFunction<Random> nanos) {
      this.nanos = nanos;
    }

    long next(Random random) {
      return (long) nanos.applyAsDouble(random);
    }
  }

  private final TimeHistogram source = new TimeHistogram();
  private final TimeHistogram target = new TimeHistogram();

  @ParameterizedTest
  @EnumSource
  void oneThousandEqualDigestsLookedAtAgainAndAgainHaveNoWord(Times times) {
    for (int digest = 0; digest < 1_000; digest++) {
      SpeedRuleTest each = new SpeedRuleTest();
      Random random = new Random(digest);
      for (int look = 0; look < 8; look++) {
        each.count(random, times, 1, 50 << look / 2);
        assertThat(each.speed(STRICT)).isNotIn(Speed.SLOWER, Speed.FASTER);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void twiceTheTimeIsFoundOnEitherSide(Times times) {
    Random random = new Random(4711);
    count(random, times, 2, 10_000);
    assertThat(speed(RULE)).isEqualTo(Speed.SLOWER);
    assertThat(RULE.of(new TimeTotals(target.buckets()), new TimeTotals(source.buckets())))
        .isEqualTo(Speed.FASTER);
  }

  /** On its way to a word a digest passes through none but not_enough_data. */
  @ParameterizedTest
  @CsvSource({"1.0, SAME", "2.0, SLOWER", "0.5, FASTER"})
  void aWordComesWithEnoughDataAndStays(double factor, Speed word) {
    Random random = new Random(4711);
    Set<Speed> seen = EnumSet.noneOf(Speed.class);
    for (int look = 0; look < 100; look++) {
      count(random, Times.LOGNORMAL, factor, 200);
      seen.add(speed(RULE));
    }
    assertThat(speed(RULE)).isEqualTo(word);
    assertThat(seen).containsExactlyInAnyOrder(word, Speed.NOT_ENOUGH_DATA);
  }

  @Test
  void twentyTwoRequestsAreTooFewWhateverTheyTook() {
    for (int i = 0; i < 22; i++) {
      source.add(1_000_000);
      target.add(1_000_000_000);
    }
    assertThat(speed(RULE)).isEqualTo(Speed.NOT_ENOUGH_DATA);
    source.add(1_000_000);
    target.add(1_000_000_000);
    assertThat(speed(RULE)).isEqualTo(Speed.SLOWER);
  }

  @Test
  void nothingIsTooLittle() {
    assertThat(speed(RULE)).isEqualTo(Speed.NOT_ENOUGH_DATA);
  }

  /** Ten times as slow, and still nothing that the measuring could not have done. */
  @Test
  void lessThanOneHundredMicrosecondsAreTheSame() {
    Random random = new Random(4711);
    for (int i = 0; i < 10_000; i++) {
      source.add(5_000 + random.nextInt(5_000));
      target.add(50_000 + random.nextInt(50_000));
    }
    assertThat(speed(RULE)).isEqualTo(Speed.SAME);
  }

  /** A tenth of the requests waits on the target: the median has not moved. */
  @Test
  void aSlowTenthIsSlower() {
    Random random = new Random(4711);
    for (int i = 0; i < 10_000; i++) {
      source.add(Times.LOGNORMAL.next(random));
      target.add(Times.LOGNORMAL.next(random) + (i % 10 == 0 ? 50_000_000 : 0));
    }
    assertThat(speed(RULE)).isEqualTo(Speed.SLOWER);
  }

  @Test
  void theRatioIsASetting() {
    Random random = new Random(4711);
    count(random, Times.LOGNORMAL, 3, 20_000);
    assertThat(speed(new SpeedRule(2.5))).isEqualTo(Speed.SLOWER);
    assertThat(speed(new SpeedRule(4))).isEqualTo(Speed.SAME);
  }

  private void count(Random random, Times times, double factor, int requests) {
    for (int i = 0; i < requests; i++) {
      source.add(times.next(random));
      target.add((long) (times.next(random) * factor));
    }
  }

  private Speed speed(SpeedRule rule) {
    return rule.of(new TimeTotals(source.buckets()), new TimeTotals(target.buckets()));
  }
}
