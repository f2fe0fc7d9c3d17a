package io.jdbcmirror.benchmarks.real;

import io.jdbcmirror.tests.fixture.Database;

/** Where the application connects to. */
record Source(String url, String user, String password) {
  /** One in the application's own memory. */
  static Source h2() {
    return new Source("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1", "sa", "");
  }

  static Source of(Database database) {
    return new Source(database.url(), database.server().user(), database.server().password());
  }
}
