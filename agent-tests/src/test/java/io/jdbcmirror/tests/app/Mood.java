package io.jdbcmirror.tests.app;

/** An application's enum; one of its constants has a text of its own. */
public enum Mood {
  GOOD,
  BAD {
    @Override
    public String toString() {
      return "rather BAD";
    }
  }
}
