package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which keys an insert is to be given, and in which steps: a generator can be told one key, and
 * goes on from there; where that would not do, the insert is made to name them. Immutable.
 */
final class KeyPlan {
  private final KeyGenerator generator;
  private final long[] values;
  private final int steps;
  private final boolean givesKeysItself;
  private final boolean asked;
  private final Object readColumn;
  private final @Nullable NamedKeys names;

  private KeyPlan(
      KeyGenerator generator,
      long[] values,
      int steps,
      boolean givesKeysItself,
      boolean asked,
      Object readColumn,
      @Nullable NamedKeys names) {
    this.generator = generator;
    this.values = values;
    this.steps = steps;
    this.givesKeysItself = givesKeysItself;
    this.asked = asked;
    this.readColumn = readColumn;
    this.names = names;
  }

  /**
   * @param rows what the application has read, at least one column
   * @return null if it is not certain which key is whose, or the generator cannot give them
   */
  static @Nullable KeyPlan of(
      Request request,
      List<Map<Object, Long>> rows,
      InsertText insert,
      KeyGenerator generator,
      Vendor source,
      Vendor target) {
    KeyColumn column = generator.column();
    KeyMatch match = new KeyMatch(source, column, insert, request);
    long[] read = match.values(rows);
    long[] values = read == null ? null : all(read, request, insert, generator, source);
    Object readColumn = match.columnOf(rows.get(0));
    if (values == null || readColumn == null || values.length != keysOf(request, insert)) {
      return null;
    }
    boolean given = !insert.leavesOut(column.name(), column.position());
    int steps = given ? 1 : steps(request, generator, values);
    NamedKeys names = null;
    if (steps == 0) {
      names = NamedKeys.of(request, insert, column, target);
      steps = names == null ? 0 : generator.servesBatches() ? 1 : entries(request);
    }
    boolean asked = request.statement().asksForKeys();
    return steps == 0
        ? null
        : new KeyPlan(generator, values, steps, given, asked, readColumn, names);
  }

  /**
   * MariaDB's driver hands out the first key of several rows only, MySQL makes up the others by
   * counting on: the server gives the rows of one {@code VALUES} keys without a gap.
   */
  private static long[] all(
      long[] read, Request request, InsertText insert, KeyGenerator generator, Vendor source) {
    int rows = insert.tuples();
    if (!source.isMySqlFamily() || request.call().isBatch() || read.length != 1 || rows < 2) {
      return read;
    }
    long[] counted = new long[rows];
    for (int i = 0; i < rows; i++) {
      counted[i] = read[0] + i * generator.increment();
    }
    return counted;
  }

  private static int entries(Request request) {
    return request.call().isBatch() ? request.rows().size() : 1;
  }

  /** How many keys it makes; -1 if that is not known. */
  private static int keysOf(Request request, InsertText insert) {
    int entries = entries(request);
    int each = insert.tuples() == InsertText.UNKNOWN && entries == 1 ? 1 : insert.tuples();
    return each == 0 || entries == 0 ? -1 : entries * each;
  }

  /** How often the generator must be told, 0 if that would not do. */
  private static int steps(Request request, KeyGenerator generator, long[] values) {
    if (!generator.canBeTold()) {
      return 0;
    }
    int entries = entries(request);
    int each = values.length / entries;
    if ((entries == 1 || generator.servesBatches()) && isSeries(values, generator.increment())) {
      return 1;
    }
    for (int i = 0; i < entries; i++) {
      long[] part = Arrays.copyOfRange(values, i * each, (i + 1) * each);
      if (!isSeries(part, generator.increment())) {
        return 0;
      }
    }
    return entries;
  }

  private static boolean isSeries(long[] values, long increment) {
    for (int i = 1; i < values.length; i++) {
      if (values[i] - values[i - 1] != increment) {
        return false;
      }
    }
    return true;
  }

  KeyGenerator generator() {
    return generator;
  }

  String keyColumn() {
    return generator.column().name();
  }

  /** The insert's own text or parameters give the keys. */
  boolean givesKeysItself() {
    return givesKeysItself;
  }

  /** The insert is made to name its keys. */
  boolean namesKeys() {
    return names != null;
  }

  int steps() {
    return steps;
  }

  long[] allValues() {
    return values;
  }

  long[] values(int step) {
    int each = values.length / steps;
    return Arrays.copyOfRange(values, step * each, (step + 1) * each);
  }

  /** What the generator is told before a step: the first key, or what comes after given ones. */
  long aim(int step) {
    return names == null ? values(step)[0] : next(step);
  }

  /** Where the generator has to go on from after a step. */
  long next(int step) {
    return Arrays.stream(values(step)).max().getAsLong() + generator.increment();
  }

  /** The part of a request that is one step. */
  Request request(Request whole, int step) {
    Request part = steps == 1 ? whole : entry(whole, step);
    return names == null ? part : names.request(part, values(step));
  }

  private static Request entry(Request whole, int step) {
    List<Parameter[]> entry = Collections.singletonList(whole.rows().get(step));
    return Request.of(whole.statement(), Request.Call.EXECUTE_UPDATE)
        .rows(entry)
        .options(whole.options())
        .build();
  }

  /**
   * @param sameVendor whether the target's driver hands out keys as the source's does
   */
  KeyCheck check(long[] expected, boolean sameVendor) {
    if (!asked) {
      return KeyCheck.ofReturned(readColumn, expected);
    }
    KeyGenerator.Shown shown = generator.shown();
    boolean byName = sameVendor && shown == KeyGenerator.Shown.ALL;
    Object column = byName ? (Object) keyColumn() : (Object) 1;
    long[] seen =
        shown == KeyGenerator.Shown.LAST ? new long[] {expected[expected.length - 1]} : expected;
    return KeyCheck.ofAsked(column, seen, shown != KeyGenerator.Shown.FIRST);
  }
}
