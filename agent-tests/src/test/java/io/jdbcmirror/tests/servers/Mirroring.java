package io.jdbcmirror.tests.servers;

import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;

/** The agent's settings in a server: also its own databases are there, which are not meant. */
record Mirroring(String targetUrl, String targetUser, int metricsPort) {
  static Mirroring of(Database target, int metricsPort) {
    return new Mirroring(target.url(), target.server().user(), metricsPort);
  }

  ForkedApp.Builder addTo(ForkedApp.Builder app) {
    return app.agent()
        .setting("source", "jdbc:h2:tcp:*")
        .setting("target.url", targetUrl)
        .setting("target.user", targetUser)
        .setting("metrics.port", String.valueOf(metricsPort));
  }
}
