package io.jdbcmirror.tests.servers;

import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;

/** The agent's settings in a server: also its own databases are there, which are not meant. */
record Mirroring(Database target, int metricsPort) {
  static Mirroring of(Database target, int metricsPort) {
    return new Mirroring(target, metricsPort);
  }

  ForkedApp.Builder addTo(ForkedApp.Builder app) {
    return app.agent()
        .setting("source", "jdbc:h2:tcp:*")
        .setting("target.url", target.url())
        .setting("target.user", target.server().user())
        .setting("metrics.port", String.valueOf(metricsPort));
  }
}
