package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.ChangedArguments;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.Test;

/**
 * What is changed after it was bound: the drivers differ in when they look at it, and the target
 * gets what the source's row holds.
 */
@OnEachVendor
class ChangedArgumentTest extends MirrorSuite {
  ChangedArgumentTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void theTargetGetsWhatTheSourcesRowHolds() {
    String bytes =
        switch (vendor) {
          case POSTGRES -> "bytea";
          default -> "varbinary(10)";
        };
    onBothSides(
        "create table v (id int primary key, c_bytes "
            + bytes
            + ", c_date date, c_time time, c_timestamp timestamp(6))");
    MirroredApp app = mirror();
    int rows = app.ask(scene -> ChangedArguments.fill(scene.connection("a")));

    Metrics metrics = app.drain();
    assertTablesEqual();
    assertThat(target.count("v")).isEqualTo(rows);
    assertThat(metrics.discarded("parameters_not_captured")).isZero();
  }
}
