package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a transaction's own {@code BEGIN} says of it holds on the target too. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"POSTGRES", "MARIADB"})
class BegunBySqlTest extends MirrorSuite {
  BegunBySqlTest(Vendor vendor) {
    super(vendor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"start transaction read write", "/* by hand */ START TRANSACTION READ WRITE"})
  void itsAccessModeHolds(String begin) {
    String readOnly =
        isPostgres()
            ? "set session characteristics as transaction read only"
            : "set session transaction read only";
    assertArrives(
        scene -> scene.execute("a", readOnly, begin, "insert into t values (1, '')", "commit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"begin", "begin work", "start transaction"})
  void oneThatSaysNothingWritesOnAConnectionSetReadOnly(String begin) {
    boolean writes = isPostgres(); // its driver makes only its own transactions read-only
    assertArrives(
        scene -> {
          scene.connection("a").setReadOnly(writes);
          scene.execute("a", begin, "insert into t values (1, '')", "commit");
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "select count(*) from t");
          scene.connection("a").commit();
        });
  }

  private void assertArrives(Step step) {
    onBothSides("create table t (id int primary key, v varchar(40))");
    MirroredApp app = mirror();
    app.run(step);
    Metrics metrics = app.drain();
    assertThat(metrics.failed()).as("%s", metrics).isZero();
    assertTablesEqual();
    assertThat(target.rows("select id from t")).contains("1");
  }
}
