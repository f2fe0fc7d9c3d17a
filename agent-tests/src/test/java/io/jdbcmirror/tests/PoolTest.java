package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.EveryForm;
import io.jdbcmirror.tests.app.Pool;
import io.jdbcmirror.tests.app.PoolProgram;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands between the application and its driver: one call is one request. */
class PoolTest extends MirrorSuite {
  PoolTest() {
    super(Vendor.H2);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key, name varchar(40))");
  }

  @ParameterizedTest
  @EnumSource
  void oneCallIsOneRequest(Pool pool) {
    MirroredApp app = start(pool);
    String name = pool.name();
    EveryForm.Tally tally = app.ask(scene -> PoolProgram.run(Pool.valueOf(name).open(scene)));

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(tally.requests());
    assertThat(metrics.mirrored()).isEqualTo(tally.mirrored());
    assertThat(metrics.discarded("rolled_back")).isEqualTo(tally.rolledBack());
    assertThat(metrics.count("mirror_capture_failures_total")).isZero();
    assertTablesEqual();
  }

  @Test
  void aPoolsOwnQueriesAreRequestsOnceEach() {
    MirroredApp app = start(Pool.TOMCAT);
    EveryForm.Tally tally = app.ask(PoolTest::runValidated);

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(tally.requests() + PoolProgram.BORROWED);
    assertThat(metrics.mirrored()).isEqualTo(tally.mirrored() + PoolProgram.BORROWED);
    assertTablesEqual();
  }

  private static EveryForm.Tally runValidated(Scene scene) throws Exception {
    org.apache.tomcat.jdbc.pool.DataSource pool =
        (org.apache.tomcat.jdbc.pool.DataSource) Pool.TOMCAT.open(scene);
    pool.setValidationQuery("select 42");
    pool.setValidationInterval(-1);
    pool.setTestOnBorrow(true);
    return PoolProgram.run(pool);
  }

  private MirroredApp start(Pool pool) {
    return apps.script(source, target).with(ClassPath.libraries(pool.jars())).start();
  }
}
