package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.StatementOption;
import io.jdbcmirror.traffic.StatementOptions;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import org.jspecify.annotations.Nullable;

/** How an application has made a statement, told from the call's arguments. Immutable. */
final class StatementCreation {
  /** For SQL that is executed without a statement of its own. */
  static final StatementCreation PLAIN =
      new StatementCreation(new StatementText(Form.PLAIN, null, null), StatementOptions.NONE);

  private final StatementText text;
  private final StatementOptions options;

  private StatementCreation(StatementText text, StatementOptions options) {
    this.text = text;
    this.options = options;
  }

  /**
   * The arguments of the overload; null beyond them.
   *
   * @param method {@code createStatement}, {@code prepareStatement}, {@code prepareCall} or one of
   *     a driver's own
   */
  static StatementCreation of(
      String method,
      @Nullable Object first,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    switch (method) {
      case "prepareStatement":
        return prepared((String) first, second, third, fourth);
      case "clientPrepareStatement":
      case "serverPrepareStatement":
      case "prepareInternal":
        return prepared((String) first, null, null, null);
      case "prepareCall":
        return new StatementCreation(
            new StatementText(Form.CALLABLE, (String) first, null), options(second, third, fourth));
      default:
        return new StatementCreation(
            new StatementText(Form.PLAIN, null, null), options(first, second, third));
    }
  }

  /** With two arguments the second says which keys are wanted. */
  private static StatementCreation prepared(
      @Nullable String sql,
      @Nullable Object second,
      @Nullable Object third,
      @Nullable Object fourth) {
    Object keys = third == null ? Keys.copy(second) : null;
    StatementOptions options =
        third == null ? StatementOptions.NONE : options(second, third, fourth);
    return new StatementCreation(new StatementText(Form.PREPARED, sql, keys), options);
  }

  private static StatementOptions options(
      @Nullable Object type, @Nullable Object concurrency, @Nullable Object holdability) {
    return StatementOptions.NONE
        .with(StatementOption.RESULT_SET_TYPE, type)
        .with(StatementOption.CONCURRENCY, concurrency)
        .with(StatementOption.HOLDABILITY, holdability);
  }

  StatementText text() {
    return text;
  }

  StatementOptions options() {
    return options;
  }
}
