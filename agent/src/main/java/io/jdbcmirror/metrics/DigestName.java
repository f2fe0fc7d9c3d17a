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

  private final String id;
  private final String text;
  private final String verb;
  private final List<String> tables;

  /**
   * @param id the same for the same text, fit to stand in a path: letters and digits
   * @param text SQL with its literals folded; the first 2,000 characters are kept
   * @param verb its first word
   * @param tables their names; the first 20 are kept
   */
  public DigestName(String id, String text, String verb, List<String> tables) {
    this.id = id;
    this.text = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 3) + "...";
    this.verb = verb;
    int kept = Math.min(tables.size(), MAX_TABLES);
    this.tables = Collections.unmodifiableList(new ArrayList<>(tables.subList(0, kept)));
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
