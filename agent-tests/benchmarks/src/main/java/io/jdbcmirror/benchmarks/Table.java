package io.jdbcmirror.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Figures in rows, as Markdown that can be read as it is. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... headings) {
    rows.add(List.of(headings));
  }

  /**
   * @throws IllegalArgumentException if it has not as many cells as there are headings
   */
  public Table row(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException("not as many as headings: " + List.of(cells));
    }
    rows.add(List.of(cells));
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      line(text, rows.get(i), ' ');
      if (i == 0) {
        line(text, rows.get(0).stream().map(heading -> "").toList(), '-');
      }
    }
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, char padding) {
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String pad = String.valueOf(padding).repeat(width(column) - cell.length());
      text.append("| ").append(cell).append(pad).append(' ');
    }
    text.append("|\n");
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
