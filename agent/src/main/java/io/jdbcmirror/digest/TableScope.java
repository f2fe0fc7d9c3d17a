package io.jdbcmirror.digest;

import java.util.HashSet;
import java.util.Set;

/** What {@link TableReader} knows within one pair of parentheses, or of the whole statement. */
final class TableScope {
  /** How far a {@code WITH} has been read. */
  enum With {
    NONE,
    NAME,
    NAMED,
    BODY,
    NEXT
  }

  /** Of one kind; a statement has fewer. */
  private static final int MAX_NAMES = 500;

  /** Whether the next word can be the first of a statement. */
  boolean start = true;

  /** The first word of the statement, or empty. */
  String statement = "";

  /** Whether a FROM would name tables. */
  boolean selecting;

  /** Whether a comma separates tables. */
  boolean list;

  /** Whether the next name is a table's. */
  boolean expects;

  /** Whether that table is written to, so that a parenthesis behind it makes no function of it. */
  boolean target;

  boolean joined;
  boolean aliasNext;

  With with = With.NONE;
  boolean recursive;
  String commonTable = "";

  /** Whether this is a common table's query. */
  boolean body;

  private final Set<String> commonTables = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();
  private final Set<String> targets = new HashSet<>();

  void expect(boolean isTarget) {
    expects = true;
    target = isTarget;
  }

  void expectList(boolean isTarget) {
    expect(isTarget);
    list = true;
  }

  void endList() {
    expects = false;
    list = false;
  }

  /**
   * Whether a word or name is part of a {@code WITH} in front of the main statement.
   *
   * @param previous the word before it
   */
  boolean isInWith(SqlTokens token, String previous) {
    String word = token.keyword();
    switch (with) {
      case NAME:
        return commonTable(token, word);
      case NAMED:
        with = word.equals("AS") ? With.BODY : With.NONE;
        return with == With.BODY;
      case BODY:
        boolean option = word.equals("NOT") || word.equals("MATERIALIZED");
        with = option ? With.BODY : With.NONE;
        return option;
      case NEXT:
        boolean main = TableWords.HAVE_FROM.contains(word) || TableWords.ROW_WRITES.contains(word);
        with = main || word.equals("VALUES") ? With.NONE : With.NEXT;
        start = true;
        return with == With.NEXT;
      default:
        return word.equals("WITH") && beginsWith(previous);
    }
  }

  private boolean commonTable(SqlTokens token, String word) {
    if (word.equals("RECURSIVE")) {
      recursive = true;
      return true;
    }
    boolean named = !Keywords.isBeforeOperand(word);
    commonTable = token.name();
    with = named ? With.NAMED : With.NONE;
    return named;
  }

  private boolean beginsWith(String previous) {
    boolean query = TableWords.ROW_WRITES.contains(statement) && !selecting;
    boolean begins = start || previous.equals("AS") || query;
    with = begins ? With.NAME : With.NONE;
    aliasNext = false;
    return begins;
  }

  void defineCommonTable() {
    add(commonTables, commonTable);
  }

  boolean defines(String table) {
    return commonTables.contains(table);
  }

  /** Whether a word or name is what the last table is called in this statement. */
  boolean isAlias(SqlTokens token, String lastTable) {
    if (!aliasNext || token.isWord("AS")) {
      return aliasNext;
    }
    aliasNext = false;
    boolean alias = !isKeyword(token.keyword());
    if (alias && !token.name().equals(lastTable)) {
      add(aliases, token.name());
    }
    return alias;
  }

  private static boolean isKeyword(String word) {
    return Keywords.isKeyword(word)
        || TableWords.CLAUSES.contains(word)
        || TableWords.JOINS.contains(word);
  }

  void addTarget(String table) {
    add(targets, table);
  }

  /** {@code UPDATE a SET ... FROM t a}: the target is no table, but another name for one. */
  Set<String> aliasedTargets() {
    targets.retainAll(aliases);
    return targets;
  }

  private static void add(Set<String> names, String name) {
    if (names.size() < MAX_NAMES) {
      names.add(name);
    }
  }
}
