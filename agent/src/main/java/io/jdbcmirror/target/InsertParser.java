package io.jdbcmirror.target;

import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an {@code INSERT}, as far as it must be known where its keys come from. Gives
 * up, with null, on whatever is written in another way. Used once.
 */
final class InsertParser {
  private static final Set<String> MODIFIERS =
      words("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO");
  private static final Set<String> BODIES =
      words("VALUES", "VALUE", "SELECT", "DEFAULT", "SET", "OVERRIDING", "WITH", "TABLE");
  private static final Set<String> DEFAULTS = words("DEFAULT", "NULL");

  private final String sql;
  private final SqlLexer lexer;
  private Token token;
  private List<String> columns = Collections.emptyList();
  private Set<Integer> defaulted = Collections.emptySet();
  private int tuples;
  private boolean selects;

  private InsertParser(String sql, SqlLexer.Syntax syntax) {
    this.sql = sql;
    this.lexer = new SqlLexer(sql, syntax);
    this.token = lexer.next();
  }

  static @Nullable InsertText parse(String sql, SqlLexer.Syntax syntax) {
    InsertParser parser = new InsertParser(sql, syntax);
    return parser.isWord("SELECT") ? parser.finalTable() : parser.insert();
  }

  private static Set<String> words(String... words) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(words)));
  }

  /** {@code SELECT ... FROM FINAL TABLE (INSERT ...)}, with nothing that takes or moves rows. */
  private @Nullable InsertText finalTable() {
    selects = true;
    List<String> selected = items();
    boolean opened = passes("FROM") && passes("FINAL") && passes("TABLE") && isSymbol('(');
    next();
    InsertText insert = opened ? insert() : null;
    if (insert == null || insert.tuples() == InsertText.UNKNOWN || !isSymbol(')')) {
      return null;
    }
    next();
    skipAlias();
    return token == Token.END || isSymbol(';') ? insert.returning(selected) : null;
  }

  private @Nullable InsertText insert() {
    if (!isWord("INSERT") && !isWord("REPLACE")) {
      return null;
    }
    next();
    while (token == Token.WORD && MODIFIERS.contains(lexer.word())) {
      next();
    }
    String table = table();
    if (table == null) {
      return null;
    }
    skipAlias();
    if (isSymbol('(')) {
      columns = columns();
    }
    body();
    List<String> returned = selects ? Collections.<String>emptyList() : returning();
    return new InsertText(table, columns, tuples, defaulted, returned);
  }

  private @Nullable String table() {
    if (!isName()) {
      return null;
    }
    int start = lexer.start();
    int end = lexer.end();
    next();
    while (isSymbol('.')) {
      next();
      if (!isName()) {
        return null;
      }
      end = lexer.end();
      next();
    }
    return sql.substring(start, end);
  }

  private void skipAlias() {
    if (isWord("AS")) {
      next();
    }
    if (isName() && !(token == Token.WORD && BODIES.contains(lexer.word()))) {
      next();
    }
  }

  /** Empty also for a query in parentheses, of which {@link #body} then finds nothing. */
  private List<String> columns() {
    List<String> names = new ArrayList<>();
    next();
    while (isName()) {
      names.add(lexer.word());
      next();
      if (!isSymbol(',')) {
        break;
      }
      next();
    }
    if (isSymbol(')')) {
      next();
    }
    return names;
  }

  private void body() {
    if (isWord("OVERRIDING")) { // SYSTEM VALUE, USER VALUE
      next();
      next();
      next();
    }
    if (isWord("DEFAULT")) {
      next();
      next();
      tuples = 1;
      columns = Collections.singletonList(""); // names none: the database makes all of them
    } else if (isWord("VALUES") || isWord("VALUE")) {
      next();
      tuples();
    }
  }

  private void tuples() {
    Set<Integer> common = null;
    while (isSymbol('(')) {
      Set<Integer> found = tuple();
      if (common == null) {
        common = found;
      } else {
        common.retainAll(found);
      }
      tuples++;
      if (!isSymbol(',')) {
        break;
      }
      next();
    }
    defaulted = common == null ? Collections.<Integer>emptySet() : common;
  }

  /** Positions, from 1, at which nothing stands but {@code DEFAULT} or {@code NULL}. */
  private Set<Integer> tuple() {
    Set<Integer> found = new HashSet<>();
    int position = 1;
    int tokens = 0;
    boolean isDefault = false;
    int depth = 1;
    next();
    while (depth > 0 && token != Token.END) {
      depth += isSymbol('(') ? 1 : 0;
      depth -= isSymbol(')') ? 1 : 0;
      boolean ends = depth == 0 || (depth == 1 && isSymbol(','));
      if (ends && tokens == 1 && isDefault) {
        found.add(position);
      }
      position += ends ? 1 : 0;
      tokens = ends ? 0 : tokens + 1;
      isDefault = token == Token.WORD && DEFAULTS.contains(lexer.word());
      next();
    }
    return found;
  }

  private List<String> returning() {
    int depth = 0;
    while (token != Token.END && !(depth == 0 && isWord("RETURNING"))) {
      depth += isSymbol('(') ? 1 : 0;
      depth -= isSymbol(')') ? 1 : 0;
      next();
    }
    return token == Token.END ? Collections.<String>emptyList() : items();
  }

  private List<String> items() {
    List<String> items = new ArrayList<>();
    next();
    while (token != Token.END && !isSymbol(';') && !endsItems()) {
      items.add(item());
      if (isSymbol(',')) {
        next();
      }
    }
    return items;
  }

  /** A plain name or a star; nothing for an expression. */
  private String item() {
    String name = isName() ? lexer.word() : isSymbol('*') ? "*" : "";
    next();
    int depth = 0;
    while (token != Token.END
        && !isSymbol(';')
        && !(depth == 0 && (isSymbol(',') || endsItems()))) {
      depth += isSymbol('(') ? 1 : 0;
      depth -= isSymbol(')') ? 1 : 0;
      name = "";
      next();
    }
    return name;
  }

  /** Behind {@code RETURNING} the word is part of an expression. */
  private boolean endsItems() {
    return selects && isWord("FROM");
  }

  private boolean isName() {
    return token == Token.WORD || token == Token.QUOTED_NAME;
  }

  private boolean isWord(String word) {
    return token == Token.WORD && lexer.word().equals(word);
  }

  private boolean passes(String word) {
    boolean here = isWord(word);
    next();
    return here;
  }

  private boolean isSymbol(char symbol) {
    return token == Token.SYMBOL && lexer.symbol() == symbol;
  }

  private void next() {
    token = lexer.next();
  }
}
