package io.jdbcmirror.report;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.config.Setting;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the application could move. {@code not_enough_data} where fewer requests were compared
 * than {@code report.min-compared}, whatever the rest says; {@code not_ready} where any other limit
 * is not kept; {@code ready} where all are. A figure equal to its limit keeps it. Immutable.
 */
final class ReadinessRule {
  private final Config config;

  ReadinessRule(Config config) {
    this.config = config;
  }

  Assessment assess(Figures figures) {
    Check enough =
        Check.atLeast(
            Setting.REPORT_MIN_COMPARED,
            (double) config.reportMinCompared(),
            (double) figures.compared());
    List<Check> checks =
        Arrays.asList(
            enough,
            Check.atMost(
                Setting.REPORT_MAX_ERROR_SHARE, config.reportMaxErrorShare(), figures.errorShare()),
            Check.atMost(
                Setting.REPORT_MAX_UNEXPLAINED,
                (double) config.reportMaxUnexplained(),
                (double) figures.unexplained()),
            Check.atMost(
                Setting.REPORT_MAX_TIME_RATIO, config.reportMaxTimeRatio(), figures.timeRatio()),
            Check.atMost(
                Setting.REPORT_MAX_DROPPED_SHARE,
                config.reportMaxDroppedShare(),
                figures.droppedShare()));
    if (!enough.isKept()) {
      return new Assessment(Readiness.NOT_ENOUGH_DATA, checks);
    }
    boolean allKept = checks.stream().allMatch(Check::isKept);
    return new Assessment(allKept ? Readiness.READY : Readiness.NOT_READY, checks);
  }
}
