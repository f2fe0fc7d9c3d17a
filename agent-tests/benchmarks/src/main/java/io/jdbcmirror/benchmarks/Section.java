package io.jdbcmirror.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to a question: paragraphs, tables and pictures, in order. */
public final class Section {
  /** The folder beside the results where the pictures that they show stand. */
  static final String PICTURES = "plots";

  private final List<String> parts = new ArrayList<>();
  private final Map<String, String> pictures = new LinkedHashMap<>();

  /** A paragraph of Markdown. */
  public Section text(String paragraph) {
    parts.add(paragraph + "\n");
    return this;
  }

  public Section table(Table table) {
    parts.add(table.toString());
    return this;
  }

  /**
   * @param name of its file, without an ending
   * @param alternative what those read who do not see it
   */
  public Section picture(String name, String alternative, String svg) {
    String file = name + ".svg";
    pictures.put(file, svg);
    return text("![" + alternative + "](" + PICTURES + "/" + file + ")");
  }

  /** Writes its pictures. */
  void draw(Path folder) throws IOException {
    for (var picture : pictures.entrySet()) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(picture.getKey()), picture.getValue());
    }
  }

  @Override
  public String toString() {
    return String.join("\n", parts);
  }
}
