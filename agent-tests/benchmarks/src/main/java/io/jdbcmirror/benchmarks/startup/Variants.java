package io.jdbcmirror.benchmarks.startup;

import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.H2Server;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a program is started on one Java. */
record Variants(Path java, Path emptyAgent, H2Server targets) {
  static final String MIRRORING = "jdbc-mirror";

  Jvm none() {
    return Jvm.plain().on(java);
  }

  /** Each time with an empty target of its own. */
  Jvm mirroring() {
    Database target = targets.createDatabase("target");
    return none().mirroring(target.url(), targets).setting("metrics.port", "0");
  }

  /** By what the tables call them; the first is the baseline. */
  Map<String, Jvm> all() {
    Map<String, Jvm> all = new LinkedHashMap<>();
    all.put("no agent", none());
    all.put("an agent that does nothing", none().with("-javaagent:" + emptyAgent));
    all.put("jdbc-mirror, without a target", none().agent());
    all.put(MIRRORING, mirroring());
    all.put("OpenTelemetry's agent", none().openTelemetry());
    return all;
  }
}
