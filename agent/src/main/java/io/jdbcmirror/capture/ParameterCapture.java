package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.ArrayValue;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.StreamContent;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Takes down what setters bind: copies it, and leaves out what cannot be carried. */
final class ParameterCapture {
  private final States states;
  private final long maxBytes;

  /**
   * @param maxBytes of one parameter
   */
  ParameterCapture(States states, long maxBytes) {
    this.states = states;
    this.maxBytes = maxBytes;
  }

  boolean records(Object statement) {
    StatementCapture captured = states.statement(statement);
    return captured != null && captured.records();
  }

  /** Null if there is nothing to do at this setter but what {@link #parameter} does. */
  @Nullable SetterCall enter(Object statement, String method, Object value) {
    StatementCapture captured = states.statement(statement);
    if (captured == null || captured.isInSetter()) {
      return null;
    }
    Recorded recorded = captured.records() ? recorded(captured.session(), value) : null;
    boolean mayTalk = SetterCall.mayTalk(method, value);
    return recorded == null && !mayTalk ? null : SetterCall.enter(captured, recorded, mayTalk);
  }

  private @Nullable Recorded recorded(CapturedSession session, Object value) {
    if (value instanceof InputStream) {
      return new RecordingInputStream((InputStream) value, session.newRecording(false, maxBytes));
    }
    if (value instanceof Reader) {
      return new RecordingReader((Reader) value, session.newRecording(true, maxBytes));
    }
    return null;
  }

  void parameter(
      Object statement,
      String method,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    StatementCapture captured = states.statement(statement);
    if (captured == null) {
      return;
    }
    try {
      parameter(captured, Setter.of(method), index, value, option, scale);
    } catch (Throwable t) {
      captured.distrust(); // the value before would be a wrong one
      throw t;
    }
  }

  private void parameter(
      StatementCapture captured,
      Setter setter,
      int index,
      @Nullable Object value,
      @Nullable Object option,
      @Nullable Object scale) {
    if (captured.isInSetter()) {
      captured.opaqueParameter(index); // unless the outer one returns
      return;
    }
    Object valueCopy =
        value instanceof Recorded
            ? ((Recorded) value).recording().bound(length(setter, option, scale))
            : Copies.of(setter == Setter.ARRAY ? arrayValue(value) : value);
    Object optionCopy = Copies.of(option);
    boolean fits = value instanceof Recorded || Sizes.of(valueCopy) <= maxBytes;
    boolean known = valueCopy != Copies.NOT_CAPTURED && optionCopy != Copies.NOT_CAPTURED;
    if (known && fits) {
      captured.parameter(new Parameter(setter, index, valueCopy, optionCopy, scale));
    } else {
      captured.opaqueParameter(index);
    }
  }

  /** Of a stream: third argument of its own setters, fourth of {@code setObject}. */
  private static long length(Setter setter, @Nullable Object option, @Nullable Object scale) {
    Object length = setter == Setter.OBJECT ? scale : option;
    return length instanceof Number ? ((Number) length).longValue() : StreamContent.UNKNOWN;
  }

  /** What the array was made of; the driver's own object lives on the source. */
  private @Nullable Object arrayValue(@Nullable Object array) {
    Object state = array == null ? null : states.get(array);
    return state == null ? array : state;
  }

  void opaqueParameter(Object statement, @Nullable Object index) {
    StatementCapture captured = states.statement(statement);
    if (captured != null) {
      captured.opaqueParameter(index);
    }
  }

  /**
   * Of a driver's call that calls another the outermost is kept.
   *
   * @param parameter index or name
   */
  void outParameter(
      Object statement,
      @Nullable Object parameter,
      @Nullable Object type,
      @Nullable Object option) {
    StatementCapture captured = states.statement(statement);
    if (captured != null && !ThreadCalls.current().isInside(captured.session())) {
      captured.outParameters().register(parameter, type, option);
    }
  }

  /** The driver has made an array of these. */
  void arrayCreated(Object array, String typeName, Object @Nullable [] elements) {
    Object copy = elements == null ? null : Copies.of(elements);
    if (copy instanceof Object[]) {
      states.set(array, new ArrayValue(typeName, (Object[]) copy));
    }
  }
}
