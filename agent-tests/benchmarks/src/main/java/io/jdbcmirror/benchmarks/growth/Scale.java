package io.jdbcmirror.benchmarks.growth;

import java.util.ArrayList;
import java.util.List;

/** How values become heights, and which of them are marked. */
abstract class Scale {
  /** Marks that are not too many and are round numbers, from 0 or from a power of ten. */
  abstract List<Double> ticks(double least, double greatest);

  /**
   * @return 0 for the first of the ticks, 1 for the last
   */
  abstract double height(double value, List<Double> ticks);

  /** Every step is as much as the one before. */
  static Scale fromZero() {
    return new Scale() {
      @Override
      List<Double> ticks(double least, double greatest) {
        double step = step(greatest / 4);
        List<Double> ticks = new ArrayList<>(List.of(0.0));
        while (last(ticks) < greatest) {
          ticks.add(ticks.size() * step);
        }
        return ticks;
      }

      @Override
      double height(double value, List<Double> ticks) {
        return value / last(ticks);
      }
    };
  }

  /** Every step is ten times the one before. */
  static Scale logarithmic() {
    return new Scale() {
      @Override
      List<Double> ticks(double least, double greatest) {
        List<Double> ticks = new ArrayList<>(List.of(Math.pow(10, Math.floor(Math.log10(least)))));
        while (last(ticks) < greatest) {
          ticks.add(last(ticks) * 10);
        }
        return ticks;
      }

      @Override
      double height(double value, List<Double> ticks) {
        return Math.log10(value / ticks.get(0)) / Math.log10(last(ticks) / ticks.get(0));
      }
    };
  }

  private static double last(List<Double> ticks) {
    return ticks.get(ticks.size() - 1);
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double step(double atLeast) {
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    double digit = atLeast / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }
}
