package io.jdbcmirror.benchmarks.memory;

import io.jdbcmirror.benchmarks.fork.Jvm;
import io.jdbcmirror.benchmarks.fork.Measured;
import io.jdbcmirror.benchmarks.rate.Load;
import io.jdbcmirror.benchmarks.rate.Sender;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.Footprint;

/** Fills the queue while the target's processes stand still, and looks at the heap. */
record HeldBytes(DatabaseServer source, DatabaseServer target, int statements) {
  private static final double KILOBYTE = 1024;

  Held measure(Load load) {
    Database database = source.createDatabase("source");
    Database mirrored = target.createDatabase("target");
    database.execute(Sender.schema());
    mirrored.execute(Sender.schema());
    Jvm jvm =
        Jvm.plain()
            .with("-Xmx1g")
            .mirroring(mirrored.url(), target)
            .setting("queue.capacity", "200000")
            .setting("queue.max-bytes", "512m")
            .setting("target.statement-timeout", "5m");
    try (Measured sender =
        Measured.start(Sender.class, jvm, database.url(), source.user(), source.password(), "1")) {
      sender.ask(load + " " + statements); // what is made once is there afterwards
      sender.compared();
      return measure(sender, load);
    }
  }

  private Held measure(Measured sender, Load load) {
    double before = heap(sender);
    double full;
    double counted;
    target.freeze();
    try {
      sender.ask(load + " " + statements);
      full = heap(sender);
      counted = sender.metrics().value("mirror_queue_bytes");
    } finally {
      target.thaw();
    }
    sender.compared();
    double after = heap(sender);
    int transactions = statements / load.statements();
    return new Held(
        (full - before) / transactions, counted / transactions, (after - before) / transactions);
  }

  private static double heap(Measured app) {
    return Footprint.of(app.process()).heapKilobytes() * KILOBYTE;
  }
}
