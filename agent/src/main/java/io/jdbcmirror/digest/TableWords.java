package io.jdbcmirror.digest;

import java.util.Set;

/** The words by which {@link TableReader} finds its way. */
final class TableWords {
  /** Between a word that introduces a table and its name. */
  static final Set<String> SKIPPED =
      Keywords.words(
          "ONLY LATERAL IF NOT EXISTS IGNORE LOW_PRIORITY HIGH_PRIORITY DELAYED QUICK OVERWRITE"
              + " TEMP TEMPORARY UNLOGGED OR REPLACE ROLLBACK ABORT FAIL");

  static final Set<String> JOINS = Keywords.words("JOIN STRAIGHT_JOIN APPLY");

  /** Behind them commas separate no tables. */
  static final Set<String> CLAUSES =
      Keywords.words(
          "WHERE SET GROUP HAVING ORDER LIMIT OFFSET FETCH FOR UNION INTERSECT EXCEPT MINUS WINDOW"
              + " RETURNING VALUES QUALIFY CONNECT WHEN OPTION");

  static final Set<String> ROW_WRITES = Keywords.words("INSERT REPLACE MERGE UPDATE DELETE");
  static final Set<String> TABLE_WRITES = Keywords.words("TRUNCATE COPY LOCK");
  static final Set<String> LISTS = Keywords.words("UPDATE DELETE TRUNCATE LOCK DROP");
  static final Set<String> HAVE_FROM = Keywords.words("SELECT UPDATE DELETE");
  static final Set<String> HAVE_USING = Keywords.words("MERGE DELETE");

  /** What follows may be a statement. */
  static final Set<String> BEFORE_STATEMENTS =
      Keywords.words("EXPLAIN ANALYZE VERBOSE BEGIN THEN ELSE LOOP DO");

  static final Set<String> ROUTINES = Keywords.words("BEGIN DECLARE");
  static final Set<String> FILES = Keywords.words("OUTFILE DUMPFILE");
  static final Set<String> CHANGED_ROWS = Keywords.words("final old new");

  private TableWords() {}
}
