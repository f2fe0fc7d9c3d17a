package io.jdbcmirror.bootstrap;

/**
 * Stands for faults that could not even be kept. Made ahead, on an application's thread: without a
 * stack, whose frames would hold the classes of whoever was on it for good.
 */
final class SkippedHook extends RuntimeException {
  private static final long serialVersionUID = 1;

  SkippedHook() {
    super("no room to say more", null, false, false);
  }
}
