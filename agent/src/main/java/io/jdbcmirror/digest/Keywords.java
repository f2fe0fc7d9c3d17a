package io.jdbcmirror.digest;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Words that are not names, as far as a digest must know them; upper case. */
final class Keywords {
  /** An operand follows: a sign behind them belongs to a number, a parenthesis is no call's. */
  private static final Set<String> BEFORE_OPERANDS =
      words(
          "ALL AND ANY AS BETWEEN BY CALL CASE CHECK COLLATE CONNECT CROSS DEFAULT DELETE DISTINCT"
              + " DIV DO ELSE ELSEIF ESCAPE EXCEPT EXEC EXECUTE EXISTS EXPLAIN FETCH FILTER FOR"
              + " FROM FULL GLOB GROUP HAVING ILIKE IN INNER INSERT INTERSECT INTERVAL INTO IS JOIN"
              + " LATERAL LIKE LIMIT MATCHED MERGE MINUS NATURAL NOT OFFSET ON OR ORDER OUTER OVER"
              + " OVERLAPS PARTITION PLACING PRIOR QUALIFY RECURSIVE REGEXP RETURN RETURNING RLIKE"
              + " SELECT SET SIMILAR SOME STRAIGHT_JOIN TABLE THEN TO TOP TRUNCATE UNION UNIQUE"
              + " UPDATE USING VALUES WHEN WHERE WHILE WINDOW WITH WITHIN XOR ZONE");

  private static final Set<String> OTHERS =
      words(
          "ACCOUNT ASC AT CHARSET COMMENT DAY DESC END ENGINE FALSE FIRST HOUR IDENTIFIED LANGUAGE"
              + " LEFT MATCH MINUTE MONTH NULL NULLS ONLY OPTION PASSING PASSWORD REPLACE RIGHT"
              + " ROW ROWS SECOND SEPARATOR TRUE UESCAPE UNKNOWN YEAR");

  private static final Set<String> LITERALS = words("NULL TRUE FALSE");

  private Keywords() {}

  static Set<String> words(String list) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(list.split(" "))));
  }

  static boolean isBeforeOperand(String word) {
    return BEFORE_OPERANDS.contains(word);
  }

  static boolean isKeyword(String word) {
    return BEFORE_OPERANDS.contains(word) || OTHERS.contains(word);
  }

  /** Words that are values, which say more of a statement than a secret: they stay. */
  static boolean isLiteral(String word) {
    return LITERALS.contains(word);
  }

  /** Character by character, so that a name stays of the length and kind it has. */
  static String lower(String name) {
    char[] chars = name.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }
}
