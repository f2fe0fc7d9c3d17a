package io.jdbcmirror.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The answer to a question: paragraphs and tables, in order. */
public final class Section {
  private final List<String> parts = new ArrayList<>();

  /** A paragraph of Markdown. */
  public Section text(String paragraph) {
    parts.add(paragraph + "\n");
    return this;
  }

  public Section table(Table table) {
    parts.add(table.toString());
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n", parts);
  }
}
