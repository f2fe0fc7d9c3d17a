package io.jdbcmirror.report;

import io.jdbcmirror.config.Setting;

/** One figure of a run beside the setting that bounds it. Immutable. */
final class Check {
  private final Setting setting;
  private final double figure;
  private final double limit;
  private final boolean kept;

  private Check(Setting setting, double figure, double limit, boolean kept) {
    this.setting = setting;
    this.figure = figure;
    this.limit = limit;
    this.kept = kept;
  }

  static Check atMost(Setting setting, double limit, double figure) {
    return new Check(setting, figure, limit, figure <= limit);
  }

  static Check atLeast(Setting setting, double limit, double figure) {
    return new Check(setting, figure, limit, figure >= limit);
  }

  Setting setting() {
    return setting;
  }

  double figure() {
    return figure;
  }

  /** The setting's value. */
  double limit() {
    return limit;
  }

  /** Whether the figure is within the limit. */
  boolean isKept() {
    return kept;
  }
}
