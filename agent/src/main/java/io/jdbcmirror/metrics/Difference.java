package io.jdbcmirror.metrics;

/** A difference that was seen, and when. Immutable. */
public final class Difference {
  private final long atMillis;
  private final Verdict verdict;
  private final Attribution attribution;

  Difference(long atMillis, Verdict verdict, Attribution attribution) {
    this.atMillis = atMillis;
    this.verdict = verdict;
    this.attribution = attribution;
  }

  /** In milliseconds of the epoch. */
  public long atMillis() {
    return atMillis;
  }

  public Verdict verdict() {
    return verdict;
  }

  public Attribution attribution() {
    return attribution;
  }
}
