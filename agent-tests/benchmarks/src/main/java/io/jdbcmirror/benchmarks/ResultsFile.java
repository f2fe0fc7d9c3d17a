package io.jdbcmirror.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file with the results of all questions. Between the headline of a section and its next line
 * of dashes stands what the last run has said; what a person has written after that line stays.
 */
final class ResultsFile {
  private static final String HEADLINE = "## ";
  private static final String END = "\n---\n";

  private final Path file;

  ResultsFile(Path file) {
    this.file = file;
  }

  /** Replaces what the last run of this question has said, or adds the section at the end. */
  void put(String title, String content) throws IOException {
    String text = Files.exists(file) ? Files.readString(file) : "# Results\n";
    Map<String, String> sections = sections(text);
    String old = sections.getOrDefault(title, "");
    int remarks = old.indexOf(END);
    String kept = remarks < 0 ? "" : old.substring(remarks + END.length());
    sections.put(title, "\n" + content.strip() + "\n" + END + kept);
    Files.writeString(file, joined(sections));
  }

  /** By title; under an empty one what stands before the first headline. */
  private static Map<String, String> sections(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    String title = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith(HEADLINE)) {
        title = line.substring(HEADLINE.length());
        sections.put(title, "");
      } else {
        sections.merge(title, line + "\n", String::concat);
      }
    }
    return sections;
  }

  private static String joined(Map<String, String> sections) {
    StringBuilder text = new StringBuilder();
    sections.forEach(
        (title, content) -> {
          if (!title.isEmpty()) {
            text.append(text.toString().endsWith("\n\n") ? "" : "\n");
            text.append(HEADLINE).append(title).append('\n');
          }
          text.append(content);
        });
    return text.toString();
  }
}
