package io.jdbcmirror.digest;

import java.util.Set;

/**
 * Where only a name can stand, for dialects in which double quotes may be around a string too; and
 * where a password stands that has no quotes.
 */
final class NamePlaces {
  private static final Set<String> BEFORE_NAMES =
      Keywords.words(
          "FROM JOIN INTO UPDATE TABLE AS SET INDEX VIEW EXISTS COLUMN CONSTRAINT WITH REFERENCES");

  private boolean afterName;
  private boolean afterComma;
  private boolean afterIdentified;
  private boolean password;
  private boolean assignments;
  private boolean into;
  private boolean columns;

  /**
   * Whether what comes can only be a name.
   *
   * @param next the symbol behind it, or a blank
   */
  boolean isExpected(char next) {
    return afterName || next == '.' || columns || (assignments && afterComma && next == '=');
  }

  /** Behind {@code IDENTIFIED BY}. */
  boolean isPassword() {
    return password;
  }

  void accept(SqlTokens token) {
    String word = token.keyword();
    password = afterIdentified && word.equals("BY");
    afterIdentified = word.equals("IDENTIFIED");
    afterName = token.is(".") || BEFORE_NAMES.contains(word);
    afterComma = token.is(",");
    if (!word.isEmpty()) {
      word(word);
    } else if (token.is("(")) {
      columns = into;
      into = false;
    } else if (token.is(")")) {
      columns = false;
    }
  }

  private void word(String word) {
    boolean clause = Keywords.isBeforeOperand(word);
    into = word.equals("INTO") || (into && !clause);
    assignments = word.equals("SET") || (assignments && !word.equals("WHERE"));
    columns &= !clause;
  }
}
