package io.jdbcmirror.http;

/** What a {@code POST} at one path does. Thread-safe. */
interface Command {
  /**
   * @param body the request's, not trimmed
   * @param client the address it came from, for the log
   */
  Response run(String body, String client);
}
