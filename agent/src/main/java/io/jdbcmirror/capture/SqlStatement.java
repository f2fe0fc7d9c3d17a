package io.jdbcmirror.capture;

import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a string, as far as it was read: its first words and what stands out in the
 * rest. Filled by {@link SqlClassifier}.
 */
final class SqlStatement {
  private static final int MAX_WORDS = 8;

  private final List<String> words = new ArrayList<>(MAX_WORDS);
  private boolean neverMirrored;
  private boolean setConfig;
  private boolean onCommitDrop;
  private boolean copiesFile;
  private boolean severalAssignments;
  private boolean assigned;
  private String previous = "";
  private int tokens;

  /** Takes the next token, which is no separator. */
  void add(SqlLexer lexer, Token token) {
    tokens++;
    if (token == Token.SYMBOL) {
      addSymbol(lexer.symbol());
      return;
    }
    boolean isName = token == Token.WORD || token == Token.QUOTED_NAME;
    String word = isName ? lexer.word() : "";
    if (isName && words.size() < MAX_WORDS && !assigned) {
      words.add(word);
    }
    onCommitDrop |= word.equals("DROP") && previous.equals("COMMIT");
    neverMirrored |= NeverMirrored.writesFile(word) && previous.equals("INTO");
    neverMirrored |= previous.startsWith("EXEC") && NeverMirrored.isFunction(word);
    boolean fileEnd = previous.equals("FROM") || previous.equals("TO");
    copiesFile |= fileEnd && (token == Token.LITERAL || word.equals("PROGRAM"));
    previous = word;
  }

  private void addSymbol(char symbol) {
    if (symbol == '(') {
      neverMirrored |= NeverMirrored.isFunction(previous);
      setConfig |= previous.equals("SET_CONFIG");
    }
    severalAssignments |= symbol == ',';
    assigned |= symbol == '=' || symbol == '(';
    previous = "";
  }

  boolean isEmpty() {
    return tokens == 0;
  }

  /**
   * The word at an index from 0, upper case unless quoted; empty beyond the ones that were kept.
   */
  String word(int index) {
    return index < words.size() ? words.get(index) : "";
  }

  int wordCount() {
    return words.size();
  }

  /** True if it calls a function, or reads or writes a file, that no mirror may. */
  boolean isNeverMirrored() {
    boolean copy = word(0).equals("COPY") && copiesFile;
    return neverMirrored || copy || NeverMirrored.isStatement(word(0), word(1));
  }

  /** PostgreSQL's function that does what {@code SET} does. */
  boolean callsSetConfig() {
    return setConfig;
  }

  /** A temporary table that ends with its transaction. */
  boolean isOnCommitDrop() {
    return onCommitDrop;
  }

  boolean hasSeveralAssignments() {
    return severalAssignments;
  }
}
