package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Branch;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.Test;

/** Prepared branches, on H2: PostgreSQL's servers have them switched off by default. */
class H2TwoPhaseTest extends MirrorSuite {
  H2TwoPhaseTest() {
    super(Vendor.H2);
  }

  @Test
  void aPreparedBranchIsLeftOutWholeAndNothingIsPreparedOnTheTarget() {
    onBothSides("create table t (id int primary key)");
    MirroredApp app = mirror();
    app.run(scene -> Branch.run(scene, "insert into t values (1)", false));

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isZero();
    assertThat(metrics.filtered()).isOne();
    assertThat(metrics.discarded("unsupported")).isPositive();
    assertThat(target.count("t")).isZero();
    assertThat(source.count("t")).isOne();
  }
}
