package io.jdbcmirror.capture;

import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One statement of a string, as far as it was read: its first words and what stands out in the
 * rest. Filled by {@link SqlClassifier}.
 */
final class SqlStatement {
  private static final int MAX_WORDS = 8;
  private static final Set<String> CHANGES =
      new HashSet<>(Arrays.asList("INSERT", "UPDATE", "DELETE", "MERGE"));

  private final List<String> words = new ArrayList<>(MAX_WORDS);
  private boolean neverMirrored;
  private boolean setConfig;
  private boolean onCommitDrop;
  private boolean transactional;
  private int depth;
  private boolean copiesFile;
  private boolean severalAssignments;
  private boolean assigned;
  private boolean calling;
  private boolean listed;
  private boolean identified;
  private boolean opened;
  private boolean changesWithin;
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
    addCalled(isName, word);
    if (isName && words.size() < MAX_WORDS && !assigned) {
      words.add(word);
    }
    transactional |= word.equals("TRANSACTIONAL") && depth == 0;
    onCommitDrop |= word.equals("DROP") && previous.equals("COMMIT");
    neverMirrored |= NeverMirrored.writesFile(word) && previous.equals("INTO");
    neverMirrored |= word(0).equals("SET") && listed && NeverMirrored.isServerSetting(word);
    neverMirrored |= word(0).equals("VACUUM") && word.equals("INTO");
    identified |= word.equals("IDENTIFIED");
    changesWithin |= opened && CHANGES.contains(word);
    opened = false;
    boolean fileEnd = previous.equals("FROM") || previous.equals("TO");
    copiesFile |= fileEnd && (token == Token.LITERAL || word.equals("PROGRAM"));
    listed = false;
    previous = word;
  }

  /** Also what is called without parentheses: by {@code CALL} and its kin, or by its name alone. */
  private void addCalled(boolean isName, String word) {
    neverMirrored |= isName && (calling || tokens == 1) && NeverMirrored.isFunction(word);
    calling =
        word.startsWith("EXEC")
            || word.equals("CALL")
            || word.equals("PERFORM")
            || (calling && isName);
  }

  private void addSymbol(char symbol) {
    if (symbol == '(') {
      neverMirrored |= NeverMirrored.isFunction(previous);
      setConfig |= previous.equals("SET_CONFIG");
    }
    neverMirrored |= symbol == '.' && NeverMirrored.isPackage(previous);
    calling &= symbol == '.' || symbol == '=';
    listed = symbol == ',';
    opened = symbol == '(';
    depth += symbol == '(' ? 1 : symbol == ')' ? -1 : 0;
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

  /** Whether it is among the words that were kept. */
  boolean hasWord(String word) {
    return words.contains(word);
  }

  int wordCount() {
    return words.size();
  }

  /** True if it calls a function, or reads or writes a file, that no mirror may. */
  boolean isNeverMirrored() {
    boolean copy = word(0).equals("COPY") && copiesFile;
    return neverMirrored
        || copy
        || endsWithSession()
        || NeverMirrored.isStatement(word(0), word(1))
        || (word(0).equals("GRANT") && identified);
  }

  /** MySQL's lock of a table, which outlives its transaction, and HSQLDB's end of a session. */
  private boolean endsWithSession() {
    String last = words.isEmpty() ? "" : word(wordCount() - 1);
    boolean lock = word(0).equals("LOCK") && (last.equals("WRITE") || last.equals("READ"));
    boolean close = last.equals("CLOSE") || last.equals("RELEASE");
    return lock || (word(0).equals("ALTER") && word(1).equals("SESSION") && close);
  }

  /** Whether another statement that changes tables stands within it. */
  boolean changesWithin() {
    return changesWithin;
  }

  /** PostgreSQL's function that does what {@code SET} does. */
  boolean callsSetConfig() {
    return setConfig;
  }

  /** A temporary table that ends with its transaction. */
  boolean isOnCommitDrop() {
    return onCommitDrop;
  }

  /** H2's word for a table whose definition leaves the transaction open. */
  boolean isTransactional() {
    return transactional;
  }

  boolean hasSeveralAssignments() {
    return severalAssignments;
  }
}
