package io.jdbcmirror.report;

import java.util.List;

/** What a report is shown on, part by part from its top. All text is plain: a view escapes it. */
interface View {
  /**
   * @param level 1 for the report's own, 2 and 3 below it
   */
  void heading(int level, String text);

  /** The verdict, in words. */
  void verdict(Readiness readiness, String text);

  void paragraph(String text);

  /** SQL. */
  void code(String text);

  /**
   * @param columns their headings; the first column names its row
   */
  void table(String[] columns, List<String[]> rows);
}
