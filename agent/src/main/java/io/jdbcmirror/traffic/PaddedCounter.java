package io.jdbcmirror.traffic;

import java.util.concurrent.atomic.AtomicLong;

/** A counter with a cache line of its own: two of them, written by two threads, are not slower. */
@SuppressWarnings("serial")
final class PaddedCounter extends AtomicLong {
  long padding1;
  long padding2;
  long padding3;
  long padding4;
  long padding5;
  long padding6;
  long padding7;

  PaddedCounter() {}
}
