package io.jdbcmirror.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What stands for a digest: its identifier, and what people read. Holds no literal. Immutable. */
public final class DigestName {
  /** Where the requests of digests are counted that have no entry of their own any more. */
  public static final DigestName OTHER =
      new DigestName("other", "other", "other", Collections.emptyList());

  /** Enough to know a statement by; what a digest holds is bounded by it. */
  private static final int MAX_TEXT = 2_000;

  private static final int MAX_TABLES = 20;
  private static final int MAX_NAME = 200;

  private final String id;
  private final String text;
  private final String verb;
  private final List<String> tables;

  /**
   * @param id the same for the same text, fit to stand in a path: letters and digits
   * @param text SQL with its literals folded; the first 2,000 characters are kept
   * @param verb its first word
   * @param tables their names; the first 20 are kept, 200 characters of each
   */
  public DigestName(String id, String text, String verb, List<String> tables) {
    this.id = id;
    this.text = cut(text, MAX_TEXT);
    this.verb = cut(verb, MAX_NAME);
    List<String> kept = new ArrayList<>();
    for (String table : tables.subList(0, Math.min(tables.size(), MAX_TABLES))) {
      kept.add(cut(table, MAX_NAME));
    }
    this.tables = Collections.unmodifiableList(kept);
  }

  /** What a program makes up may be of any length. */
  static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max - 3) + "...";
  }

  public String id() {
    return id;
  }

  public String text() {
    return text;
  }

  public String verb() {
    return verb;
  }

  public List<String> tables() {
    return tables;
  }
}
