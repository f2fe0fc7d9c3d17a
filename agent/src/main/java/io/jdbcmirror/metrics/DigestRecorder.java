package io.jdbcmirror.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of one source database by their digests. Thread-safe; never waits for longer
 * than one digest takes to be copied.
 */
public interface DigestRecorder {
  /** One mirrored request's time on both sides, in nanoseconds. */
  void mirrored(DigestName digest, long sourceNanos, long targetNanos);

  /** One mirrored request that was sent in a batch with others, and has no time of its own. */
  void batched(DigestName digest);

  /**
   * One failed attempt on the target.
   *
   * @param sqlState as the driver gave it; null where there is none
   */
  void failed(DigestName digest, ErrorType type, @Nullable String sqlState);

  /**
   * How a request that was tried on the target compares with the source: once for each, so that
   * comparisons add up to the mirrored and failed requests, and the source's errors that were
   * tried. It counts for the database too.
   */
  void compared(DigestName digest, Comparison comparison);

  /**
   * A frame of the application that executed such a request, of those looked at.
   *
   * @param site {@code Class.method(File:line)}
   */
  void callSite(DigestName digest, String site);
}
