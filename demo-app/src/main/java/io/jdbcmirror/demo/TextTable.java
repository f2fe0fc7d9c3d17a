package io.jdbcmirror.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines up cells: the first column to the left, the others to the right. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  TextTable row(Object... cells) {
    rows.add(List.of(cells).stream().map(TextTable::shown).toList());
    return this;
  }

  private static String shown(Object cell) {
    return cell instanceof Long number
        ? String.format(Locale.ROOT, "%,d", number)
        : cell.toString();
  }

  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder("  ");
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String gap = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? cell + gap : "  " + gap + cell);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
