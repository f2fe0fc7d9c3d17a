package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Branch;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prepared branches: they reach the target when the source commits them, and never before. */
@OnEachVendor
class TwoPhaseTest extends MirrorSuite {
  TwoPhaseTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key, v varchar(20))");
  }

  @Test
  void aPreparedBranchArrivesWhenItIsCommitted() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Branch.on(scene, "a", 11).work("insert into t values (1, 'x')").prepare();
          scene.execute("other", "insert into t values (2, 'y')");
        });
    await().untilAsserted(() -> assertThat(target.rows("select id from t")).containsExactly("2"));
    assertThat(app.metrics().value("mirror_requests_open")).isPositive();
    assertThat(prepared(target)).isZero();

    app.run(scene -> Branch.on(scene, "a", 11).commit());
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isGreaterThanOrEqualTo(2);
    assertThat(metrics.filtered()).isPositive();
    assertThat(metrics.discarded("unsupported")).isZero();
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(2);
  }

  @Test
  void aPreparedBranchThatIsRolledBackNeverArrives() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Branch.on(scene, "a", 12).work("insert into t values (1, 'x')").prepare().rollback();
          Branch.on(scene, "a", 13).execute("insert into t values (2, 'y')");
        });

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("rolled_back")).isPositive();
    assertTablesEqual();
    assertThat(target.rows("select id from t")).containsExactly("2");
  }

  @Test
  void branchesOfOneConnectionDoNotMix() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          for (int i = 20; i < 30; i++) {
            Branch branch =
                Branch.on(scene, "a", i)
                    .work("insert into t values (" + i + ", 'x')", "update t set v = 'n" + i + "'")
                    .prepare();
            if (i % 3 == 0) {
              branch.rollback();
            } else {
              branch.commit();
            }
          }
        });

    Metrics metrics = app.drain();
    assertThat(metrics.value("mirror_transactions_total", "outcome", "mirrored")).isEqualTo(7);
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(7);
  }

  @Test
  void whatIsNotSampledIsNotKeptEither() {
    MirroredApp app = apps.script(source, target).set("exposure", "0").start();
    app.run(scene -> Branch.on(scene, "a", 31).work("insert into t values (1, 'x')").prepare());
    Metrics metrics = app.drain();
    assertThat(metrics.unsampled()).isPositive();

    app.run(scene -> Branch.on(scene, "a", 31).commit());
    app.drain();
    assertThat(source.count("t")).isOne();
    assertThat(target.count("t")).isZero();
  }

  @Test
  void aBranchThatIsPreparedAtTheEndIsToldAsOpen() {
    MirroredApp app = mirror();
    app.run(scene -> Branch.on(scene, "a", 32).work("insert into t values (1, 'x')").prepare());
    assertThat(app.exit()).isZero();

    var lines = app.process().stderr().all();
    assertThat(lines.get(lines.size() - 1)).containsPattern("open=[1-9]");
    assertThat(target.count("t")).isZero();
    if (vendor != Vendor.H2) { // which shuts a database down where it is to roll back so
      endBranches();
    }
  }

  private void endBranches() {
    MirroredApp other = mirror();
    int found =
        other.ask(
            scene -> {
              Branch branch = Branch.on(scene, "a", 32);
              int prepared = branch.recover();
              branch.rollback();
              return prepared;
            });
    assertThat(found).isPositive();
    Metrics metrics = other.drain();
    assertThat(metrics.requests()).isEqualTo(metrics.filtered());
  }

  private long prepared(Database database) {
    return switch (vendor) {
      case POSTGRES -> database.count("pg_prepared_xacts");
      case H2 -> database.count("information_schema.in_doubt");
      case MARIADB -> database.rows("xa recover").size();
    };
  }
}
