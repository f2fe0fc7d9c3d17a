package io.jdbcmirror.http;

/** What the agent is doing. Any thread; never blocks and never throws. */
public interface StatusSource {
  /** In words for the operator, without secrets: {@code mirroring}, {@code waiting for ...}. */
  String state();

  /** Since when, in milliseconds of the epoch. */
  long sinceMillis();

  ExposureControl exposure();
}
