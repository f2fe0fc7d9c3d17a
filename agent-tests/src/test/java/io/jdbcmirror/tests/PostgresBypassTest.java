package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.largeobject.LargeObject;
import org.postgresql.largeobject.LargeObjectManager;

/** Work that passes {@code Statement} by is counted, and its transaction left out whole. */
class PostgresBypassTest extends MirrorSuite {
  PostgresBypassTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key)");
  }

  @Test
  void aLargeObjectIsUnsupportedAndTaintsItsTransaction() {
    MirroredApp app = mirror();
    app.run(PostgresBypassTest::writeLargeObject);

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("unsupported")).isPositive();
    assertThat(metrics.mirrored()).isZero();
    assertThat(target.count("t")).isZero();
  }

  @Test
  void workOnALargeObjectThatWasOpenedEarlierIsCountedToo() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          LargeObjectManager manager = connection.unwrap(PGConnection.class).getLargeObjectAPI();
          LargeObject object = manager.open(manager.createLO());
          scene.keep("object", object);
        });
    long before = app.metrics().requests();
    app.run(
        scene -> {
          scene.kept("object", LargeObject.class).write(new byte[] {1, 2});
          scene.connection("a").commit();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(before + 1);
    assertThat(metrics.mirrored()).isZero();
    assertThat(metrics.discarded("unsupported")).isEqualTo(metrics.requests());
  }

  @Test
  void aFastPathCallIsCountedToo() {
    MirroredApp app = mirror();
    app.run(PostgresBypassTest::callFastPath);

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(2);
    assertThat(metrics.discarded("unsupported")).isEqualTo(2);
    assertThat(target.count("t")).isZero();
  }

  @SuppressWarnings("deprecation") // old applications use it
  private static void callFastPath(Scene scene) throws SQLException {
    Connection connection = scene.connection("a");
    connection.setAutoCommit(false);
    scene.execute("a", "insert into t values (1)");
    int now = 1299; // pg_proc's oid of now()
    connection
        .unwrap(PGConnection.class)
        .getFastpathAPI()
        .fastpath(now, new org.postgresql.fastpath.FastpathArg[0]);
    connection.commit();
  }

  private static void writeLargeObject(Scene scene) throws SQLException {
    Connection connection = scene.connection("a");
    connection.setAutoCommit(false);
    scene.execute("a", "insert into t values (1)");
    connection.unwrap(PGConnection.class).getLargeObjectAPI().createLO();
    connection.commit();
  }
}
