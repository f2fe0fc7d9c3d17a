package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.ParameterHandler;
import io.jdbcmirror.traffic.ArrayValue;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.StreamContent;
import java.sql.Array;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Takes down what setters bind: copies it, and leaves out what cannot be carried. */
final class ParameterCapture implements ParameterHandler {
  private final States states;
  private final long maxBytes;

  /**
   * @param maxBytes of one parameter
   */
  ParameterCapture(States states, long maxBytes) {
    this.states = states;
    this.maxBytes = maxBytes;
  }

  @Override
  public boolean records(Object statement) {
    StatementCapture captured = states.statement(statement);
    return captured != null && captured.records();
  }

  /** Null if there is nothing to do at this setter but what {@link #parameter} does. */
  @Override
  public @Nullable Object enterSetter(Object statement, String method, Object value) {
    StatementCapture captured = states.statement(statement);
    if (captured == null || captured.parameters().isInSetter()) {
      return null;
    }
    Recorded recorded = captured.records() ? recorded(captured, value) : null;
    boolean mayTalk = SetterCall.mayTalk(method, value);
    return recorded == null && !mayTalk ? null : SetterCall.enter(captured, recorded, mayTalk);
  }

  private @Nullable Recorded recorded(StatementCapture captured, Object value) {
    return RecordedObjects.of(captured.driver(), captured.session(), value, maxBytes);
  }

  @Override
  public @Nullable Object replacement(Object token) {
    return ((SetterCall) token).replacement();
  }

  @Override
  public void exitSetter(Object token, @Nullable Throwable thrown) {
    ((SetterCall) token).end(thrown);
  }

  @Override
  public void parameter(
      Object statement,
      String method,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    StatementCapture captured = states.statement(statement);
    if (captured != null) {
      parameter(captured, Setter.of(method), index, value, option, scale);
    }
  }

  private void parameter(
      StatementCapture captured,
      Setter setter,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    if (captured.parameters().isInSetter()) {
      captured.opaqueParameter(index); // unless the outer one returns
      return;
    }
    Parameter parameter =
        !Copies.isPlain(value) && value instanceof Recorded
            ? recorded((Recorded) value, setter, index, option, scale)
            : copied(captured.driver(), setter, index, value, option, scale);
    if (parameter == null) {
      captured.opaqueParameter(index);
    } else {
      captured.parameter(parameter);
    }
  }

  private static Parameter recorded(
      Recorded value, Setter setter, int index, @Nullable Object option, @Nullable Object scale) {
    Setter sent = value.sentBy(setter);
    Object content = value.recording().bound(length(setter, option, scale));
    return sent == setter
        ? Parameter.of(setter, index, content, option, scale)
        : Parameter.of(sent, index, content, null, null);
  }

  private @Nullable Parameter copied(
      String driver,
      Setter setter,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    boolean plain = Copies.isPlain(value);
    if (!plain && RowValues.isNull(value)) {
      return Parameter.of(Setter.NULL, index, Types.NULL, null, null);
    }
    Object valueCopy = plain ? value : value(driver, setter, value, option);
    Object optionCopy =
        option == null || DriverValues.isTypeOf(driver, option)
            ? option
            : kept(driver, setter, option, null);
    boolean known = valueCopy != Copies.NOT_CAPTURED && optionCopy != Copies.NOT_CAPTURED;
    return known && Sizes.of(valueCopy) <= maxBytes
        ? Parameter.of(setter, index, valueCopy, optionCopy, scale)
        : null;
  }

  private @Nullable Object value(
      String driver, Setter setter, @Nullable Object value, @Nullable Object option) {
    if (value instanceof Array) {
      Object madeOf = states.get(value); // the driver's own object lives on the source
      return madeOf == null ? Copies.NOT_CAPTURED : madeOf;
    }
    Object copy = kept(driver, setter, value, option);
    return copy == Copies.NOT_CAPTURED && value != null
        ? DriverValues.of(driver, value, option)
        : copy;
  }

  /** A copy, or what may change yet. */
  private static @Nullable Object kept(
      String driver, Setter setter, @Nullable Object value, @Nullable Object type) {
    if (value == null || !Copies.isMutable(value)) {
      return Copies.of(value);
    }
    switch (KeptReference.of(driver, setter, value, type)) {
      case TAKEN_AT_SETTER:
        return Copies.of(value);
      case SENT_AT_EXECUTION:
        return LiveValue.sentAtExecution(value);
      case UNKNOWN:
        return unchanged(value);
      default:
        return Copies.NOT_CAPTURED;
    }
  }

  private static Object unchanged(Object value) {
    Object copy = Copies.of(value);
    return copy == null || copy == Copies.NOT_CAPTURED
        ? Copies.NOT_CAPTURED
        : LiveValue.unchanged(value, copy);
  }

  /** A driver's own object around the value. */
  @Override
  public void driverParameter(Object statement, int index, Object parameter) {
    Object value = RowValues.ofMariaDb(parameter);
    if (value == Copies.NOT_CAPTURED) {
      opaqueParameter(statement, index);
    } else if (value == null) {
      parameter(statement, Setter.NULL.methodName(), index, Types.NULL, null, null);
    } else {
      parameter(statement, Setter.OBJECT.methodName(), index, value, null, null);
    }
  }

  /** Of a stream: third argument of its own setters, fourth of {@code setObject}. */
  private static long length(Setter setter, @Nullable Object option, @Nullable Object scale) {
    Object length = setter == Setter.OBJECT ? scale : option;
    return length instanceof Number ? ((Number) length).longValue() : StreamContent.UNKNOWN;
  }

  @Override
  public void opaqueParameter(Object statement, int index) {
    StatementCapture captured = states.statement(statement);
    if (captured != null) {
      captured.opaqueParameter(index);
    }
  }

  @Override
  public void enterNamedSetter(Object statement) {
    StatementCapture captured = states.statement(statement);
    if (captured != null) {
      captured.parameters().enterNamedSetter();
    }
  }

  @Override
  public void exitNamedSetter(Object statement) {
    StatementCapture captured = states.statement(statement);
    if (captured != null) {
      captured.parameters().exitNamedSetter();
    }
  }

  /**
   * Of a driver's call that calls another the outermost is kept.
   *
   * @param parameter index or name
   */
  @Override
  public void outParameter(
      Object statement,
      @Nullable Object parameter,
      @Nullable Object type,
      @Nullable Object option) {
    StatementCapture captured = states.statement(statement);
    if (captured != null && !ThreadCalls.current().isInside(captured.session())) {
      captured.parameters().out().register(parameter, type, option);
    }
  }

  /** The driver has made an array of these. */
  @Override
  public void arrayCreated(Object array, String typeName, Object @Nullable [] elements) {
    Object copy = elements == null ? null : Copies.of(elements);
    if (elements != null && copy instanceof Object[]) {
      boolean settled = KeptReference.copiesArrays(array.getClass().getName());
      states.set(
          array,
          settled
              ? new ArrayValue(typeName, (Object[]) copy)
              : LiveValue.unchangedArray(typeName, elements, copy));
    }
  }
}
