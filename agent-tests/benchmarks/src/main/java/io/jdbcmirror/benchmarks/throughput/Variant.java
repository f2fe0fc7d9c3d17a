package io.jdbcmirror.benchmarks.throughput;

import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.FreePort;

/** What stands between the application and its databases. */
enum Variant {
  NONE("no agent"),
  NONE_AGAIN("no agent, once more"),
  NOTHING("jdbc-mirror, exposure 0"),
  TENTH("jdbc-mirror, exposure 0.1"),
  ALL("jdbc-mirror, exposure 1.0"),
  ABSENT("jdbc-mirror, exposure 1.0, target absent"),
  PGPOOL("pgpool-II, native replication");

  private final String label;

  Variant(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  boolean isAvailable() {
    return this != PGPOOL || Pgpool.isInstalled();
  }

  Jvm jvm(Database target) {
    return switch (this) {
      case NOTHING -> mirroring(target, "0.0");
      case TENTH -> mirroring(target, "0.1");
      case ALL -> mirroring(target, "1.0");
      case ABSENT ->
          Jvm.plain()
              .mirroring(
                  target.server().url("127.0.0.1", FreePort.find(), target.name()),
                  target.server());
      default -> Jvm.plain();
    };
  }

  private static Jvm mirroring(Database target, String exposure) {
    return Jvm.plain().mirroring(target.url(), target.server()).setting("exposure", exposure);
  }
}
