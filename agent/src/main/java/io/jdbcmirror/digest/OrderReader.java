package io.jdbcmirror.digest;

import io.jdbcmirror.digest.SqlTokens.Kind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the rows of the outermost query come in an order, and whether a limit takes
 * some of them. Parentheses around all of a query do not count.
 */
final class OrderReader {
  private static final Set<String> SET_OPERATIONS = Keywords.words("UNION INTERSECT EXCEPT MINUS");
  private static final Set<String> BEFORE_TOP =
      Keywords.words("SELECT DISTINCT ALL DELETE UPDATE INSERT");
  private static final Set<String> AFTER_FETCH = Keywords.words("FIRST NEXT");

  private int depth;
  private int around;
  private boolean begun;
  private boolean ordered;
  private @Nullable String limit;
  private @Nullable String unordered;
  private String beforePrevious = "";
  private String previous = "";

  void accept(SqlTokens token) {
    String word = token.keyword();
    if (token.is("(")) {
      limitBefore(true);
      depth++;
      around += begun ? 0 : 1;
    } else if (token.is(")")) {
      depth--;
      around = Math.min(around, depth);
    } else {
      begun = true;
      if (depth <= around) {
        limitBefore(token.kind() == Kind.VALUE);
        word(word);
      }
    }
    beforePrevious = previous;
    previous = word.isEmpty() ? token.text() : word;
  }

  private void limitBefore(boolean count) {
    boolean top = previous.equals("TOP") && BEFORE_TOP.contains(beforePrevious);
    if (depth <= around && count && (top || previous.equals("LIMIT"))) {
      limit = previous;
    }
  }

  private void word(String word) {
    if (SET_OPERATIONS.contains(word)) {
      ordered = false;
      limit = null;
    } else if (previous.equals("BY") && isOrderBefore()) {
      ordered = !word.equals("NULL"); // MySQL's way to ask for none
    } else if (previous.equals("FETCH") && AFTER_FETCH.contains(word) && !isStart()) {
      limit = previous;
    }
  }

  private boolean isOrderBefore() {
    return beforePrevious.equals("ORDER") || beforePrevious.equals("SIBLINGS");
  }

  /** {@code FETCH NEXT FROM} a cursor begins a statement. */
  private boolean isStart() {
    return beforePrevious.isEmpty() || beforePrevious.equals(";");
  }

  /** Several statements in one text have no order in common. */
  void separate() {
    unordered = unordered();
    ordered = false;
    limit = null;
    begun = false;
    depth = 0;
    around = 0;
    beforePrevious = "";
    previous = ";";
  }

  boolean isOrdered() {
    return ordered;
  }

  /** The word by which the outermost query takes some of its rows in no order, or null. */
  @Nullable String unordered() {
    if (unordered == null && limit != null && !ordered) {
      return limit.toLowerCase(Locale.ROOT);
    }
    return unordered;
  }
}
