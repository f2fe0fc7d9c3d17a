package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Branch;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Branches of a distributed transaction that are ended without having been prepared. */
@OnEachVendor
class OnePhaseTest extends MirrorSuite {
  OnePhaseTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key)");
  }

  @Test
  void aBranchThatIsCommittedInOnePhaseIsOneTransaction() {
    MirroredApp app = mirror();
    app.run(
        scene ->
            Branch.on(scene, "a", 1)
                .work("insert into t values (1)", "insert into t values (2)")
                .commitInOnePhase());

    Metrics metrics = app.drain();
    assertThat(metrics.value("mirror_transactions_total", "outcome", "mirrored")).isOne();
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(2);
  }

  @Test
  void aBranchThatIsRolledBackDoesNotReachTheTarget() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Branch.on(scene, "a", 1).work("insert into t values (1)").rollback();
          Branch.on(scene, "a", 2).work("insert into t values (2)").commitInOnePhase();
          Branch.on(scene, "a", 3).execute("insert into t values (3)");
        });

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("rolled_back")).isPositive();
    assertTablesEqual();
    assertThat(target.rows("select id from t order by id")).containsExactly("2", "3");
  }

  @Test
  void aBranchMayBeLeftAndEnteredAgain() {
    boolean suspends = vendor != Vendor.POSTGRES;
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Branch branch = Branch.on(scene, "a", 1).work("insert into t values (1)");
          if (suspends) {
            branch.start(XAResource.TMRESUME);
          } else {
            branch.start(XAResource.TMJOIN);
          }
          branch.execute("insert into t values (2)").end(XAResource.TMSUCCESS).commitInOnePhase();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.value("mirror_transactions_total", "outcome", "mirrored")).isOne();
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(2);
  }
}
