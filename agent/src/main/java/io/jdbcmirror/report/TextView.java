package io.jdbcmirror.report;

import java.util.List;

/** A report as plain text, for a terminal or a pipeline's log. */
final class TextView implements View {
  private static final String GAP = "  ";

  private final StringBuilder text = new StringBuilder();

  String text() {
    return text.toString();
  }

  @Override
  public void heading(int level, String heading) {
    if (text.length() > 0) {
      text.append('\n');
    }
    line(heading);
    if (level < 3) {
      repeat(level == 1 ? '=' : '-', heading.length());
      text.append('\n');
    }
  }

  @Override
  public void verdict(Readiness readiness, String words) {
    line(words);
  }

  @Override
  public void paragraph(String words) {
    line(words);
  }

  @Override
  public void code(String sql) {
    line(GAP + sql);
  }

  @Override
  public void table(String[] columns, List<String[]> rows) {
    int[] widths = new int[columns.length];
    widen(widths, columns);
    rows.forEach(row -> widen(widths, row));
    row(widths, columns);
    rows.forEach(row -> row(widths, row));
  }

  private static void widen(int[] widths, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      widths[i] = Math.max(widths[i], printable(cells[i]).length());
    }
  }

  private void row(int[] widths, String[] cells) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String cell = printable(cells[i]);
      row.append(GAP).append(cell);
      for (int filled = cell.length(); filled < widths[i]; filled++) {
        row.append(' ');
      }
    }
    line(row.toString().replaceAll(" +$", ""));
  }

  private void repeat(char c, int count) {
    for (int i = 0; i < count; i++) {
      text.append(c);
    }
  }

  private void line(String words) {
    text.append(printable(words)).append('\n');
  }

  /** A name in the report must not steer the terminal. */
  private static String printable(String words) {
    return words.replaceAll("\\p{Cntrl}", " ");
  }
}
