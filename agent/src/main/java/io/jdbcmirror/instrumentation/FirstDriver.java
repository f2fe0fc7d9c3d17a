package io.jdbcmirror.instrumentation;

/** What begins with the application's first JDBC driver, before that is defined. */
public interface FirstDriver {
  /** Makes ready what begins: no thread, no port, not a word. May be called again, by anyone. */
  void prepare();

  /** Called once, on the application's thread. */
  void begin();
}
