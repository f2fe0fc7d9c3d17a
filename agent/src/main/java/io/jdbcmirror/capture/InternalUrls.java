package io.jdbcmirror.capture;

/**
 * URLs by which a database hands its own running session to functions and triggers. The target runs
 * its own triggers: what they do is not captured.
 */
final class InternalUrls {
  private InternalUrls() {}

  static boolean contains(String url) {
    return url.startsWith("jdbc:default:connection")
        || url.startsWith("jdbc:columnlist:connection");
  }
}
