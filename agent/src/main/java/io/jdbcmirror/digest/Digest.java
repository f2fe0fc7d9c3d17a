package io.jdbcmirror.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all executions of a statement have in common, whatever values they are given: two statements
 * that differ in literals, blanks, comments, the case of keywords and unquoted names, or the length
 * of lists have the same one. Immutable.
 *
 * <p>{@code NULL}, {@code TRUE} and {@code FALSE} stay as they are, but in lists of values, where
 * they are values like others: {@code IS NULL} or {@code WHERE active = TRUE} is another question
 * with another plan, and no secret. Comments go, hints among them: as often they say who asks,
 * which would make a digest of every request. Where MySQL executes what is in a comment it stays.
 */
public final class Digest {
  private final String id;
  private final String text;
  private final List<String> tables;
  private final String verb;
  private final boolean ordered;
  private final @Nullable String nondeterminism;

  Digest(
      FoldedText text,
      List<String> tables,
      String verb,
      boolean ordered,
      @Nullable String nondeterminism) {
    String hex = Long.toHexString(text.hash());
    this.id = "0000000000000000".substring(hex.length()) + hex;
    this.text = text.text();
    this.tables = tables;
    this.verb = verb;
    this.ordered = ordered;
    this.nondeterminism = nondeterminism;
  }

  /** The digest of a text. Never fails, on any text, and takes linear time. */
  public static Digest of(String sql, Dialect dialect) {
    return DigestReader.read(sql, dialect);
  }

  /**
   * Sixteen hexadecimal digits, the same in every run and on every Java: the FNV-1a hash of the
   * whole folded text.
   */
  public String id() {
    return id;
  }

  /**
   * The statement with a {@code ?} for every literal and parameter, cut with an ellipsis if it is
   * long. Has no literal in it: of a text with a stray quote, which no database takes, there is
   * only the first word. (Where two are astray, and what they leave outside reads like SQL, nobody
   * can tell.)
   */
  public String text() {
    return text;
  }

  /**
   * The tables that are read or written, the first hundred: in order, once each, qualified as they
   * are written, unquoted names in lower case.
   */
  public List<String> tables() {
    return tables;
  }

  /** The first word, or the main one behind {@code WITH}, in upper case; empty if there is none. */
  public String verb() {
    return verb;
  }

  /** Whether the outermost query orders its rows. */
  public boolean isOrdered() {
    return ordered;
  }

  /**
   * The word, in lower case, by which the statement can answer otherwise on another server or at
   * another moment; null if there is none.
   */
  public @Nullable String nondeterminism() {
    return nondeterminism;
  }

  @Override
  public String toString() {
    return id + " " + text;
  }
}
