package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

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
  void aCopyIsUnsupportedAndTaintsItsTransaction() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          scene.execute("a", "insert into t values (1)");
          copy(connection.unwrap(PGConnection.class).getCopyAPI());
          connection.commit();
          scene.execute("a", "insert into t values (4)");
          connection.commit();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(3);
    assertThat(metrics.discarded("unsupported")).isEqualTo(2);
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.rows("select id from t")).containsExactly("4");
  }

  @Test
  void aCopyManagerOfTheApplicationsOwnIsCountedToo() {
    MirroredApp app = mirror();
    app.run(scene -> copy(new CopyManager(scene.connection("a").unwrap(BaseConnection.class))));

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("unsupported")).isOne();
    assertThat(target.count("t")).isZero();
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

  private static void copy(CopyManager manager) {
    try {
      manager.copyIn("COPY t FROM STDIN", new StringReader("2\n3\n"));
    } catch (SQLException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void writeLargeObject(Scene scene) throws SQLException {
    Connection connection = scene.connection("a");
    connection.setAutoCommit(false);
    scene.execute("a", "insert into t values (1)");
    connection.unwrap(PGConnection.class).getLargeObjectAPI().createLO();
    connection.commit();
  }
}
