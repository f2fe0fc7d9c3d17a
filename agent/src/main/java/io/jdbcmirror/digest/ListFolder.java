package io.jdbcmirror.digest;

import io.jdbcmirror.digest.SqlTokens.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes the words of a statement, with lists folded: {@code IN} lists, array constructors and the
 * rows of {@code VALUES} are {@code (...)} if they consist of values; of items or rows that are the
 * same but for their values, one stays. So the length of a list makes no other digest.
 */
final class ListFolder {
  static final String FOLDED = "...";

  /** Deeper than any statement; what is in deeper parentheses is written as it comes. */
  private static final int MAX_DEPTH = 200;

  private static final Set<String> QUERIES = Keywords.words("SELECT WITH VALUES TABLE FROM");

  private enum Rows {
    NONE,
    EXPECTED,
    READ
  }

  private enum Form {
    PLAIN,
    ITEMS,
    ROW
  }

  private static final class Level {
    private final Form form;
    private final int start;
    private boolean onlyValues = true;
    private boolean query;
    private boolean itemHasValue;
    private boolean hasValue;
    private int itemStart;
    private int previousItemStart;
    private int previousItemEnd = -1;
    private Rows rows = Rows.NONE;
    private int rowStart;
    private int previousRowStart;
    private int previousRowEnd = -1;

    Level(Form form, int start) {
      this.form = form;
      this.start = start;
      this.itemStart = start;
    }

    void add(Level inner) {
      onlyValues &= inner.onlyValues;
      itemHasValue |= inner.hasValue;
      hasValue |= inner.hasValue;
    }
  }

  private final FoldedText out;
  private final Dialect dialect;
  private final Deque<Level> levels = new ArrayDeque<>();
  private Level level = new Level(Form.PLAIN, 0);
  private int tooDeep;
  private String previous = "";

  ListFolder(FoldedText out, Dialect dialect) {
    this.out = out;
    this.dialect = dialect;
  }

  void accept(SqlTokens token) {
    if (token.is("(") || token.is("[")) {
      open(token);
    } else if (token.is(")") || token.is("]")) {
      close(token);
    } else {
      inside(token);
    }
    previous = token.kind() == Kind.WORD ? token.word() : token.text();
    if (levels.isEmpty() && level.rows == Rows.NONE) {
      out.settle();
    }
  }

  /** The end of a statement, behind which another one comes. */
  void separate() {
    out.append(";");
    level.onlyValues = false;
    level.rows = Rows.NONE;
  }

  private void inside(SqlTokens token) {
    boolean comma = token.is(",");
    boolean value = token.kind() == Kind.VALUE;
    boolean literal = token.kind() == Kind.WORD && Keywords.isLiteral(token.word());
    if (comma && level.form == Form.ITEMS) {
      endItem();
    }
    level.query |= out.length() == level.start && QUERIES.contains(token.word());
    level.onlyValues &= comma || value || literal;
    level.itemHasValue |= value;
    level.hasValue |= value;
    out.append(token);
    if (comma && level.form == Form.ITEMS) {
      level.itemStart = out.length();
      level.itemHasValue = false;
    }
    rows(token, comma);
  }

  private void rows(SqlTokens token, boolean comma) {
    boolean values = token.isWord("VALUES") || (dialect.isMySqlLike() && token.isWord("VALUE"));
    if (values) {
      level.rows = Rows.EXPECTED;
      level.previousRowEnd = -1;
    } else {
      level.rows = comma && level.rows == Rows.READ ? Rows.EXPECTED : Rows.NONE;
    }
  }

  private void open(SqlTokens token) {
    if (levels.size() >= MAX_DEPTH) {
      tooDeep++;
      level.onlyValues = false;
      out.append(token);
      return;
    }
    Form form = formOf(token);
    level.rowStart = out.length();
    level.rows = form == Form.ROW ? level.rows : Rows.NONE;
    out.append(token);
    levels.push(level);
    level = new Level(form, out.length());
  }

  private Form formOf(SqlTokens token) {
    if (level.rows == Rows.EXPECTED && token.is("(")) {
      return Form.ROW;
    }
    boolean list = token.is("(") ? previous.equals("IN") : previous.equals("ARRAY");
    return list ? Form.ITEMS : Form.PLAIN;
  }

  private void close(SqlTokens token) {
    if (tooDeep > 0 || levels.isEmpty()) {
      tooDeep -= tooDeep > 0 ? 1 : 0;
      out.append(token);
      level.onlyValues = false;
      level.rows = Rows.NONE;
      return;
    }
    Level closed = level;
    if (closed.form == Form.ITEMS) {
      endItem();
    }
    if (closed.form != Form.PLAIN && closed.onlyValues && out.length() > closed.start) {
      out.replace(closed.start, FOLDED);
    }
    out.append(token);
    level = levels.pop();
    level.add(closed);
    if (closed.form == Form.ROW) {
      endRow();
    }
  }

  /** What is taken back ends an item, behind which nothing but a comma or a bracket comes. */
  private void endItem() {
    boolean again =
        level.previousItemEnd >= 0
            && level.itemHasValue
            && !level.query
            && out.isSame(
                level.previousItemStart, level.previousItemEnd, level.itemStart, out.length());
    if (again) {
      out.truncate(level.previousItemEnd);
    } else {
      level.previousItemStart = level.itemStart;
      level.previousItemEnd = out.length();
    }
  }

  private void endRow() {
    boolean again =
        level.previousRowEnd >= 0
            && out.isSame(
                level.previousRowStart, level.previousRowEnd, level.rowStart, out.length());
    if (again) {
      out.truncate(level.previousRowEnd);
    } else {
      level.previousRowStart = level.rowStart;
      level.previousRowEnd = out.length();
    }
    level.rows = Rows.READ;
  }
}
