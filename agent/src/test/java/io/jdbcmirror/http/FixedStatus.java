package io.jdbcmirror.http;

/** An agent that mirrors. */
final class FixedStatus implements StatusSource {
  @Override
  public String state() {
    return "mirroring";
  }

  @Override
  public long sinceMillis() {
    return 1_000;
  }
}
