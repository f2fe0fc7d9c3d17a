package io.jdbcmirror.comparison;

import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.traffic.SourceError;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a transaction was not committed on the target. Immutable. */
public final class TargetFailure {
  /** Of the agent's own: the target has handed out other keys than it was told. */
  private static final String OTHER_KEYS = "JM001";

  private final ErrorType type;
  private final @Nullable String sqlState;
  private final @Nullable NotCompared reason;
  private final NotCompared reasonForOthers;

  private TargetFailure(
      ErrorType type,
      @Nullable String sqlState,
      @Nullable NotCompared reason,
      NotCompared reasonForOthers) {
    this.type = type;
    this.sqlState = sqlState;
    this.reason = reason;
    this.reasonForOthers = reasonForOthers;
  }

  /** The connection broke, or there is none. */
  public static TargetFailure away(ErrorType type, @Nullable String sqlState) {
    NotCompared reason = NotCompared.TARGET_UNAVAILABLE;
    return new TargetFailure(type, sqlState, reason, reason);
  }

  /**
   * The target has refused.
   *
   * @param sqlState as the driver gave it; null where there is none
   * @param committing whether it was the commit that failed
   * @param tooLarge whether more was answered than is read
   */
  public static TargetFailure of(
      ErrorType type, @Nullable String sqlState, boolean committing, boolean tooLarge) {
    NotCompared others = committing ? NotCompared.COMMIT_FAILED : NotCompared.TRANSACTION_FAILED;
    return new TargetFailure(type, sqlState, tooLarge ? NotCompared.TOO_LARGE : null, others);
  }

  ErrorType type() {
    return type;
  }

  @Nullable String sqlState() {
    return sqlState;
  }

  /** Why the failed request is not compared; null: its error is the target's answer. */
  @Nullable NotCompared reason() {
    return reason;
  }

  /** Why those are not compared that were not executed, or not for good. */
  NotCompared reasonForOthers() {
    return reasonForOthers;
  }

  /** Whether both SQLStates are of one class: their first two characters. */
  boolean isLike(@Nullable SourceError error) {
    return Objects.equals(
        stateClass(sqlState), stateClass(error == null ? null : error.sqlState()));
  }

  private static @Nullable String stateClass(@Nullable String state) {
    return state == null || state.length() < 2 ? state : state.substring(0, 2);
  }

  /**
   * Whether the target has refused a row for what stands in it: SQLState class 22, and 23502, 23513
   * and 23514 of PostgreSQL and H2, a null and a check.
   */
  boolean isOfValues() {
    return "22".equals(stateClass(sqlState))
        || "23502".equals(sqlState)
        || "23513".equals(sqlState)
        || "23514".equals(sqlState);
  }

  boolean isUnavailable() {
    return reason == NotCompared.TARGET_UNAVAILABLE;
  }

  boolean isOfKeys() {
    return OTHER_KEYS.equals(sqlState);
  }
}
