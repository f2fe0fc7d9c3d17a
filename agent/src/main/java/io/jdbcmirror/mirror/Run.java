package io.jdbcmirror.mirror;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.StatementText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests that follow each other and differ in their parameters' values alone, so that they may go
 * to the target as one batch: each the single execution of a prepared statement that has changed
 * rows on the source, and brought nothing else. Bounded. Not thread-safe.
 */
final class Run {
  static final int MAX_REQUESTS = 500;
  private static final long MAX_BYTES = 1024 * 1024;
  private static final int PARAMETER_BYTES = 16;

  /** What may bring more than its value: they are read as they are sent. */
  private static final Set<Setter> NOT_PLAIN =
      EnumSet.of(
          Setter.URL,
          Setter.ARRAY,
          Setter.ASCII_STREAM,
          Setter.UNICODE_STREAM,
          Setter.BINARY_STREAM,
          Setter.CHARACTER_STREAM,
          Setter.N_CHARACTER_STREAM,
          Setter.BLOB,
          Setter.CLOB,
          Setter.N_CLOB,
          Setter.SQLXML);

  private final int maxRequests;
  private final List<Request> requests = new ArrayList<>();
  private long bytes;

  /**
   * @param maxRequests at most {@link #MAX_REQUESTS}
   */
  Run(int maxRequests) {
    this.maxRequests = maxRequests;
  }

  List<Request> requests() {
    return requests;
  }

  /**
   * Adds the next request, if it belongs here; the first one does if it may be in a batch at all.
   */
  boolean add(Request next) {
    if (!accepts(next)) {
      return false;
    }
    requests.add(next);
    bytes += bytes(next);
    return true;
  }

  boolean accepts(Request next) {
    if (!mayBegin(next)) {
      return false;
    }
    return requests.isEmpty()
        || (requests.size() < maxRequests
            && bytes + bytes(next) <= MAX_BYTES
            && areAlike(requests.get(0), next));
  }

  /** Whether it may be in a batch, as far as the request itself tells. */
  static boolean mayBegin(Request request) {
    return request.statement().form() == StatementText.Form.PREPARED
        && request.statement().generatedKeys() == null
        && request.keys() == null
        && request.outParameters().isEmpty()
        && !request.isTransactionControl()
        && request.changeNumber() == 0
        && request.changesBefore().isEmpty()
        && request.rows().size() == 1
        && hasCounted(request)
        && isPlain(request.rows().get(0));
  }

  private static boolean hasCounted(Request request) {
    SourceResult result = request.result();
    switch (request.call()) {
      case EXECUTE_UPDATE:
      case EXECUTE_LARGE_UPDATE:
        return true;
      case EXECUTE:
        return result != null
            && result.isComplete()
            && result.kind() == SourceResult.Kind.UPDATE_COUNT;
      default:
        return false;
    }
  }

  private static boolean isPlain(Parameter[] row) {
    for (Parameter parameter : row) {
      Object value = parameter.value();
      boolean plain =
          value == null
              || value instanceof byte[]
              || value.getClass().getName().startsWith("java.");
      if (!plain || NOT_PLAIN.contains(parameter.setter())) {
        return false;
      }
    }
    return true;
  }

  private static boolean areAlike(Request one, Request other) {
    return one.statement().equals(other.statement())
        && one.options().equals(other.options())
        && areAlike(one.rows().get(0), other.rows().get(0));
  }

  /** Of the same types: a driver may make another statement of others. */
  private static boolean areAlike(Parameter[] one, Parameter[] other) {
    boolean alike = one.length == other.length;
    for (int i = 0; alike && i < one.length; i++) {
      alike =
          one[i].setter() == other[i].setter()
              && one[i].index() == other[i].index()
              && Objects.equals(one[i].option(), other[i].option())
              && Objects.equals(one[i].scale(), other[i].scale())
              && isSame(one[i].setter(), one[i].value(), other[i].value());
    }
    return alike;
  }

  private static boolean isSame(Setter setter, @Nullable Object one, @Nullable Object other) {
    if (setter == Setter.NULL) {
      return Objects.equals(one, other); // its type
    }
    if (one == null || other == null) {
      return one == other;
    }
    return one.getClass() == other.getClass();
  }

  private static long bytes(Request request) {
    long sum = 0;
    for (Parameter parameter : request.rows().get(0)) {
      Object value = parameter.value();
      sum += PARAMETER_BYTES;
      if (value instanceof String) {
        sum += 2L * ((String) value).length();
      } else if (value instanceof byte[]) {
        sum += ((byte[]) value).length;
      }
    }
    return sum;
  }
}
