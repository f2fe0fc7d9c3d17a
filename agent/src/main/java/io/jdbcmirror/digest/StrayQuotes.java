package io.jdbcmirror.digest;

import io.jdbcmirror.support.SqlLexer;

/**
 * Notices that a quote is missing or too many, in which case what seems to stand outside of
 * literals may be inside. It shows in a literal without an end, in a word that touches one ({@code
 * 'it's}), and in names between two of them, where only operators and keywords can be.
 */
final class StrayQuotes {
  private int literalEnd;
  private boolean broken;
  private boolean afterLiteral;
  private boolean namesBetween;

  boolean areFound() {
    return broken;
  }

  /** Where the last literal or quoted name ends. */
  int literalEnd() {
    return literalEnd;
  }

  void literal(SqlLexer lexer, String sql) {
    quoted(lexer);
    boolean counts = sql.charAt(lexer.start()) != '$';
    broken |= counts && afterLiteral && namesBetween;
    afterLiteral = counts;
    namesBetween = false;
  }

  void continued(SqlLexer lexer) {
    quoted(lexer);
  }

  void name(SqlLexer lexer) {
    quoted(lexer);
    reset();
  }

  private void quoted(SqlLexer lexer) {
    literalEnd = lexer.end();
    broken |= lexer.isOpen();
  }

  /** A word that touches the last literal or quoted name. */
  void follower(String word) {
    broken |= isName(word);
  }

  void word(String word) {
    if (isName(word)) {
      namesBetween = true;
    } else {
      reset();
    }
  }

  void reset() {
    afterLiteral = false;
    namesBetween = false;
  }

  private static boolean isName(String word) {
    char c = word.charAt(0);
    return (Character.isLetterOrDigit(c) || c == '_') && !Keywords.isKeyword(word);
  }
}
