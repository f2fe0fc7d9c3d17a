package io.jdbcmirror.digest;

import io.jdbcmirror.digest.Nondeterminism.When;
import io.jdbcmirror.digest.SqlTokens.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the first word of {@link Nondeterminism} in a statement. */
final class NondeterminismReader {
  private static final int MAX_DEPTH = 200;
  private static final Set<String> NUMBERING = Keywords.words("NEXT PREVIOUS");

  /** What Db2 and Derby write as two words, {@code CURRENT DATE}. */
  private static final Set<String> REGISTERS =
      Keywords.words("DATE TIME TIMESTAMP USER SCHEMA SERVER SQLID TIMEZONE MEMBER");

  /** A call that is being read. */
  private static final class Call {
    private final String name;
    private final @Nullable When when;
    private boolean onlyValues = true;
    private boolean ordered;

    Call(String name, @Nullable When when) {
      this.name = name;
      this.when = when;
    }
  }

  private final Map<String, When> words;
  private final boolean registers;
  private final Deque<Call> calls = new ArrayDeque<>();
  private int tooDeep;
  private String beforePrevious = "";
  private String previous = "";
  private @Nullable String unorderedUnlessWithin;
  private @Nullable String found;

  NondeterminismReader(Dialect dialect) {
    this.words = Nondeterminism.of(dialect);
    this.registers = dialect == Dialect.DERBY || dialect == Dialect.DB2;
  }

  void accept(SqlTokens token) {
    if (found != null) {
      return;
    }
    String word = token.keyword();
    if (unorderedUnlessWithin != null) {
      found = word.equals("WITHIN") ? null : unorderedUnlessWithin;
      unorderedUnlessWithin = null;
    }
    inCall(token, word);
    if (token.is("(")) {
      open();
    } else if (token.is(")")) {
      close();
    } else if (!word.isEmpty()) {
      word(word);
    }
    beforePrevious = previous;
    previous = token.kind() == Kind.SYMBOL ? token.text() : token.word().toUpperCase(Locale.ROOT);
  }

  private void inCall(SqlTokens token, String word) {
    Call call = calls.peek();
    if (call != null) {
      call.onlyValues &= token.kind() == Kind.VALUE || token.is(",") || token.is(")");
      call.ordered |= word.equals("ORDER");
    }
  }

  private void word(String word) {
    When when = words.get(word);
    boolean counts =
        when == When.COLUMN
            || word.startsWith("@@")
            || (when == When.WORD && !previous.equals("."))
            || (registers && previous.equals("CURRENT") && REGISTERS.contains(word));
    if (counts) {
      find(previous.equals("CURRENT") ? "current " + word : word);
    } else if (word.equals("FOR") && isNumbering()) {
      find(beforePrevious + " value for");
    }
  }

  private boolean isNumbering() {
    return previous.equals("VALUE") && NUMBERING.contains(beforePrevious);
  }

  private void open() {
    When when = words.get(previous);
    if (when == When.CALL) {
      find(previous);
    } else if (calls.size() < MAX_DEPTH) {
      calls.push(new Call(previous, when));
    } else {
      tooDeep++;
    }
  }

  private void close() {
    if (tooDeep > 0) {
      tooDeep--;
      return;
    }
    Call call = calls.poll();
    if (call == null) {
      return;
    }
    if (call.when == When.CALL_WITH_VALUES && call.onlyValues) {
      find(call.name);
    } else if (call.when == When.UNORDERED && !call.ordered) {
      unorderedUnlessWithin = call.name.toLowerCase(Locale.ROOT);
    }
  }

  private void find(String word) {
    found = word.toLowerCase(Locale.ROOT);
  }

  /** Lower case, or null; to be asked at the end of the text. */
  @Nullable String word() {
    return found == null ? unorderedUnlessWithin : found;
  }
}
