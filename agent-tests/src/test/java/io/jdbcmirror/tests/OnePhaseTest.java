package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Branch;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Branches of a distributed transaction that are committed in one phase. */
@ParameterizedClass(name = "{0}")
@EnumSource(value = Vendor.class, mode = EnumSource.Mode.EXCLUDE, names = "MARIADB")
class OnePhaseTest extends MirrorSuite {
  OnePhaseTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void aBranchThatIsCommittedInOnePhaseIsMirrored() {
    onBothSides("create table t (id int primary key)");
    MirroredApp app = mirror();
    app.run(scene -> Branch.run(scene, "insert into t values (1)", true));

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.count("t")).isOne();
  }
}
