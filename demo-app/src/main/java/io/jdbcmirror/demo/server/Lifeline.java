package io.jdbcmirror.demo.server;

import java.io.IOException;

/**
 * Ties a server's life to whoever started it: its standard input ends when the parent closes it,
 * and when the parent is gone, however that came about.
 */
final class Lifeline {
  private Lifeline() {}

  /** Says where the server is, and returns when it is no longer wanted. */
  static void announceAndAwait(String url) throws IOException {
    System.out.println("ready " + url);
    while (System.in.read() >= 0) {
      // Nothing is expected.
    }
  }
}
