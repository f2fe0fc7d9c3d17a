package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.AllSetters;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the application binds is what the target gets. */
@OnEachVendor
class SetterTest extends MirrorSuite {
  SetterTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void everySetterRoundTrips() {
    onBothSides(AllSetters.schema(vendor));
    MirroredApp app = mirror();
    Vendor itsVendor = vendor;
    int rows = app.ask(scene -> AllSetters.fill(scene.connection("a"), itsVendor));

    Metrics metrics = app.drain();
    assertTablesEqual();
    assertThat(metrics.mirrored()).isEqualTo(rows);
    assertThat(target.count("v")).isEqualTo(rows);
  }

  @Test
  void parametersStayBoundUntilTheyAreBoundAgain() {
    onBothSides("create table t (id int primary key, name varchar(20))");
    MirroredApp app = mirror();
    app.run(
        scene -> {
          try (PreparedStatement insert = insert(scene)) {
            insert.setString(2, "kept");
            for (int id = 1; id <= 3; id++) {
              insert.setInt(1, id);
              insert.executeUpdate();
            }
            insert.clearParameters();
            insert.setInt(1, 4);
            insert.setString(2, "new");
            insert.executeUpdate();
          }
        });

    app.drain();
    assertTablesEqual();
    assertThat(target.rows("select name from t order by id"))
        .containsExactly("kept", "kept", "kept", "new");
  }

  @Test
  void aParameterBoundWhileUnsampledNeverArrivesWrong() {
    onBothSides("create table t (id int primary key, name varchar(20))");
    MirroredApp app = apps.script(source, target).set("exposure", "0.5").start();
    app.run(
        scene -> {
          try (PreparedStatement insert = insert(scene)) {
            for (int id = 1; id <= 400; id++) {
              if (id % 10 == 1) {
                insert.setString(2, "name " + id);
              }
              insert.setInt(1, id);
              insert.executeUpdate();
            }
          }
        });

    Metrics metrics = app.drain();
    List<String> expected = source.rows("select id, name from t");
    List<String> arrived = target.rows("select id, name from t");
    assertThat(expected).containsAll(arrived);
    assertThat(arrived).hasSize((int) metrics.mirrored()).isNotEmpty();
    assertThat(metrics.unsampled()).isPositive();
    assertThat(metrics.failed()).isZero();
  }

  /** H2's driver makes a value of it as it is bound, in the session's time zone of then. */
  @Test
  void aTimestampBoundBeforeTheTimeZoneChangesNeverArrivesWrong() {
    String type = isMariaDb() ? "timestamp" : "timestamp with time zone";
    String set = isMariaDb() ? "set time_zone = '+09:00'" : "SET TIME ZONE 'Asia/Tokyo'";
    onBothSides("create table t (id int primary key, at " + type + ")");
    MirroredApp app = mirror();
    app.run(
        scene -> {
          try (PreparedStatement insert = insert(scene)) {
            insert.setTimestamp(2, Timestamp.valueOf("2024-06-01 12:00:00"));
            insert.setInt(1, 1);
            insert.executeUpdate();
            scene.execute("a", set);
            insert.setInt(1, 2);
            insert.executeUpdate();
            insert.setTimestamp(2, Timestamp.valueOf("2024-06-01 12:00:00"));
            insert.setInt(1, 3);
            insert.executeUpdate();
          }
        });

    Metrics metrics = app.drain();
    String moments =
        isMariaDb()
            ? "select id, unix_timestamp(at) from t order by id"
            : "select id, cast(at at time zone 'UTC' as varchar(40)) from t order by id";
    assertThat(source.rows(moments)).containsAll(target.rows(moments));
    assertThat(target.rows("select id from t order by id")).contains("1", "3");
    assertThat(metrics.failed()).isZero();
  }

  @Test
  void whatIsChangedAfterItWasSentDoesNotReachTheTarget() {
    String bytes = isPostgres() ? "bytea" : "varbinary(10)";
    onBothSides("create table t (id int primary key, data " + bytes + ")");
    MirroredApp app = mirror();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          byte[] data = {1, 2, 3};
          try (PreparedStatement insert = insert(scene)) {
            insert.setInt(1, 1);
            insert.setBytes(2, data);
            insert.executeUpdate();
            data[0] = 9;
            insert.setInt(1, 2);
            insert.setBytes(2, data);
            insert.addBatch();
            insert.setInt(1, 3);
            insert.addBatch();
            insert.executeBatch();
            data[0] = 10;
          }
          scene.connection("a").commit();
        });

    app.drain();
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(3);
  }

  private static PreparedStatement insert(Scene scene) throws SQLException {
    return scene.connection("a").prepareStatement("insert into t values (?, ?)");
  }
}
