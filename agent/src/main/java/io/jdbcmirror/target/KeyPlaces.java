package io.jdbcmirror.target;

import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an insert's text is to be changed so that it names the key of each of its rows. Gives up on
 * whatever is not a plain {@code INSERT INTO ... VALUES}: a key that is named may meet another in
 * what {@code ON CONFLICT} or {@code REPLACE} would then do. Filled once, then not changed.
 */
final class KeyPlaces {
  /** A range of the text, and what stands there instead. */
  private static final class Edit {
    private final int start;
    private final int end;
    private final String before;
    private final String after;

    /** Placeholders in front of the key; -1 where there is none. */
    private final int placeholders;

    Edit(int start, int end, String before, int placeholders, String after) {
      this.start = start;
      this.end = end;
      this.before = before;
      this.placeholders = placeholders;
      this.after = after;
    }
  }

  private final String sql;
  private final SqlLexer lexer;
  private final String column;
  private final String clause;
  private final int place;
  private final boolean listed;
  private final List<Edit> edits = new ArrayList<>();
  private final List<Integer> keys = new ArrayList<>();
  private Token token;
  private int placeholders;
  private boolean numbered;

  private KeyPlaces(
      String sql, SqlLexer.Syntax syntax, InsertText insert, KeyColumn column, String clause) {
    this.sql = sql;
    this.lexer = new SqlLexer(sql, syntax);
    this.column = '"' + column.name().replace("\"", "\"\"") + '"';
    this.clause = clause;
    this.place = insert.place(column.name(), column.position());
    this.listed = insert.listsColumns();
    this.token = lexer.next();
  }

  /**
   * @param clause that must stand in front of {@code VALUES}, or nothing
   * @return null if it is not certain
   */
  static @Nullable KeyPlaces find(
      String sql, SqlLexer.Syntax syntax, InsertText insert, KeyColumn column, String clause) {
    KeyPlaces places = new KeyPlaces(sql, syntax, insert, column, clause);
    boolean found = places.find() && places.keys.size() == insert.tuples();
    return found && !places.numbered ? places : null;
  }

  /** How many keys there are, one for each row. */
  int count() {
    return keys.size();
  }

  /** Of the text as it was. */
  int placeholders() {
    return placeholders;
  }

  /** How many keys stand in front of a parameter of the text as it was. */
  int countBefore(int parameter) {
    return (int) keys.stream().filter(before -> before < parameter).count();
  }

  /** Which parameter a key is, from 1. */
  int index(int key) {
    return keys.get(key) + key + 1;
  }

  /**
   * @param values null for placeholders in their stead
   */
  String write(long @Nullable [] values) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    int key = 0;
    for (Edit edit : edits) {
      text.append(sql, from, edit.start).append(edit.before);
      if (edit.placeholders >= 0) {
        text.append(values == null ? "?" : Long.toString(values[key++]));
      }
      text.append(edit.after);
      from = edit.end;
    }
    return text.append(sql, from, sql.length()).toString();
  }

  private boolean find() {
    if (!isWord("INSERT") || !nextIs("INTO")) {
      return false;
    }
    int closing = -1;
    while (token != Token.END && !isWord("VALUES") && !isWord("DEFAULT")) {
      if (isWord("OVERRIDING")) {
        return false;
      }
      closing = isSymbol(')') ? lexer.start() : closing;
      next();
    }
    return isWord("DEFAULT") ? defaultValues() : values(closing);
  }

  private boolean defaultValues() {
    int start = lexer.start();
    if (!nextIs("VALUES")) {
      return false;
    }
    key(start, lexer.end(), "(" + column + ")" + clause + " VALUES (", ")");
    next();
    return endsPlainly();
  }

  /**
   * @param closing where the list of columns ends
   */
  private boolean values(int closing) {
    if (listed && place == 0) {
      fixed(closing, ", " + column);
    }
    fixed(lexer.start(), clause.isEmpty() ? "" : clause.trim() + " ");
    next();
    while (isSymbol('(')) {
      tuple();
      if (!isSymbol(',')) {
        break;
      }
      next();
    }
    return endsPlainly();
  }

  private void tuple() {
    next();
    int position = 1;
    int depth = 1;
    while (token != Token.END) {
      if (depth == 1 && position == place) {
        key(lexer.start(), lexer.end(), "", ""); // a single DEFAULT or NULL, as the parser says
        position = 0;
      }
      depth += isSymbol('(') ? 1 : 0;
      depth -= isSymbol(')') ? 1 : 0;
      if (depth == 0) {
        break;
      }
      position += position > 0 && depth == 1 && isSymbol(',') ? 1 : 0;
      next();
    }
    if (place == 0) {
      key(lexer.start(), lexer.start(), ", ", "");
    }
    next();
  }

  /** Reads on to the end, for the placeholders there. */
  private boolean endsPlainly() {
    boolean plain = token == Token.END || isSymbol(';') || isWord("RETURNING");
    while (token != Token.END) {
      next();
    }
    return plain;
  }

  private void fixed(int at, String text) {
    edits.add(new Edit(at, at, text, -1, ""));
  }

  private void key(int start, int end, String before, String after) {
    edits.add(new Edit(start, end, before, placeholders, after));
    keys.add(placeholders);
  }

  private boolean nextIs(String word) {
    next();
    return isWord(word);
  }

  private boolean isWord(String word) {
    return token == Token.WORD && lexer.word().equals(word);
  }

  private boolean isSymbol(char symbol) {
    return token == Token.SYMBOL && lexer.symbol() == symbol;
  }

  /** {@code ?1} has its number, {@code ??} is an operator of PostgreSQL: neither can be counted. */
  private void next() {
    boolean placeholder = isSymbol('?');
    int end = lexer.end();
    token = lexer.next();
    placeholders += isSymbol('?') ? 1 : 0;
    numbered |= placeholder && lexer.start() == end && (token == Token.WORD || isSymbol('?'));
  }
}
