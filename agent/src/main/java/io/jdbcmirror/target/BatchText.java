package io.jdbcmirror.target;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says of which statements' texts it is certain that they do the same in one transaction with
 * others as in one of their own, and that a rollback leaves nothing of them behind: no function is
 * called that may take a number from a sequence, and none that tells the moment, which in one
 * transaction stands still. In doubt it is not certain.
 */
final class BatchText {
  private static final Pattern INSERT =
      Pattern.compile(
          "\\s*insert\\s+into\\s+[^\\s()]+\\s*(\\([^()]*\\))?\\s*values\\s*\\([^()]*\\)\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHANGE =
      Pattern.compile("\\s*(update|delete)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern SUSPECT =
      Pattern.compile(
          "\\b(returning|default|next|current_\\w+|localtime\\w*|sysdate|systimestamp)\\b"
              + "|;|/\\*|--|#|:=|@",
          Pattern.CASE_INSENSITIVE);

  private BatchText() {}

  /** Whether it inserts one row of values, none of them called for. */
  static boolean isInsert(String sql) {
    return INSERT.matcher(sql).matches();
  }

  static boolean isCertain(String sql) {
    if (SUSPECT.matcher(sql).find()) {
      return false;
    }
    return isInsert(sql)
        || (CHANGE.matcher(sql).matches()
            && StatementEffect.callsNothing(sql.toLowerCase(Locale.ROOT)));
  }
}
