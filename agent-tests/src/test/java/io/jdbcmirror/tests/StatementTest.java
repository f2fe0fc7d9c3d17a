package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.jdbcmirror.tests.app.Procedures;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Every way to make and execute a statement: one call of the application is one request. */
@OnEachVendor
class StatementTest extends MirrorSuite {
  StatementTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTables() {
    onBothSides(
        "create table t (id int primary key, name varchar(20))",
        "create table keyed (id " + identity() + " primary key, name varchar(20))");
  }

  @Test
  void everyExecuteOfAStatementIsOneRequest() {
    Metrics metrics =
        mirrored(
            scene -> {
              try (Statement statement = scene.connection("a").createStatement()) {
                statement.execute("insert into t values (1, 'a')");
                statement.executeUpdate("insert into t values (2, 'b')");
                statement.executeLargeUpdate("update t set name = 'c' where id = 1");
                statement.executeQuery("select * from t").close();
                statement.execute("select * from t");
                statement.execute("delete from t where id = 2");
              }
            });

    assertThat(metrics.requests()).isEqualTo(6);
    assertThat(metrics.mirrored()).isEqualTo(6);
  }

  @Test
  void everyExecuteOfAPreparedStatementIsOneRequest() {
    Metrics metrics =
        mirrored(
            scene -> {
              try (PreparedStatement insert = scene.connection("a").prepareStatement(INSERT)) {
                bind(insert, 1).executeUpdate();
                bind(insert, 2).executeLargeUpdate();
                bind(insert, 3).execute();
              }
              try (PreparedStatement query =
                  scene.connection("a").prepareStatement("select * from t where id = ?")) {
                query.setInt(1, 1);
                query.executeQuery().close();
              }
            });

    assertThat(metrics.requests()).isEqualTo(4);
    assertThat(metrics.mirrored()).isEqualTo(4);
  }

  @Test
  void everyWayToMakeAStatementIsMirrored() {
    Metrics metrics =
        mirrored(
            scene -> {
              Connection connection = scene.connection("a");
              int scrolling = ResultSet.TYPE_SCROLL_INSENSITIVE;
              int readOnly = ResultSet.CONCUR_READ_ONLY;
              int hold = ResultSet.HOLD_CURSORS_OVER_COMMIT;
              try (Statement first = connection.createStatement(scrolling, readOnly);
                  Statement second = connection.createStatement(scrolling, readOnly, hold)) {
                first.executeUpdate("insert into t values (1, 'a')");
                second.executeUpdate("insert into t values (2, 'b')");
              }
              try (PreparedStatement first =
                      connection.prepareStatement(INSERT, scrolling, readOnly);
                  PreparedStatement second =
                      connection.prepareStatement(INSERT, scrolling, readOnly, hold)) {
                bind(first, 3).executeUpdate();
                bind(second, 4).executeUpdate();
              }
            });

    assertThat(metrics.mirrored()).isEqualTo(4);
    assertThat(target.count("t")).isEqualTo(4);
  }

  @Test
  void theApplicationReadsItsGeneratedKeysAndTheTargetMakesTheSame() {
    MirroredApp app = mirror();
    String keys = app.ask(StatementTest::insertForKeys);

    Metrics metrics = app.drain();
    assertThat(keys).isEqualTo(vendor == Vendor.H2 ? "123456" : "12345");
    assertThat(metrics.mirrored()).isEqualTo(keys.length());
    assertTablesEqual();
  }

  @Test
  void batchesArriveWhole() {
    Metrics metrics =
        mirrored(
            scene -> {
              try (Statement statement = scene.connection("a").createStatement()) {
                statement.addBatch("insert into t values (1, 'a')");
                statement.addBatch("insert into t values (2, 'b')");
                statement.addBatch("update t set name = 'c'");
                statement.executeBatch();
                statement.addBatch("insert into t values (999, 'cleared')");
                statement.clearBatch();
                statement.addBatch("insert into t values (3, 'd')");
                statement.executeLargeBatch();
              }
              try (PreparedStatement insert = scene.connection("a").prepareStatement(INSERT)) {
                for (int id = 10; id < 110; id++) {
                  bind(insert, id).addBatch();
                }
                insert.executeBatch();
                bind(insert, 998).addBatch();
                insert.clearBatch();
                bind(insert, 200).addBatch();
                insert.executeLargeBatch();
              }
            });

    assertThat(metrics.requests()).isEqualTo(4);
    assertThat(metrics.mirrored()).isEqualTo(4);
    assertThat(target.count("t")).isEqualTo(104);
  }

  @Test
  void ofAFailingBatchWhatTookEffectArrives() {
    mirrored(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "insert into t values (2, 'was here')");
          scene.connection("a").commit();
          failingBatch(scene);
          if (scene.url().contains(":h2:")) {
            scene.connection("a").commit();
          } else {
            scene.connection("a").rollback();
          }
        });

    assertThat(target.count("t")).isEqualTo(vendor == Vendor.H2 ? 3 : 1);
  }

  @Test
  void ofAFailingPlainBatchWhatTookEffectArrives() {
    mirrored(
        scene -> {
          scene.execute("a", "insert into t values (2, 'was here')");
          try (Statement statement = scene.connection("a").createStatement()) {
            for (int id = 1; id <= 3; id++) {
              statement.addBatch("insert into t values (" + id + ", 'batch')");
            }
            statement.executeBatch();
            throw new AssertionError("the batch should have failed");
          } catch (BatchUpdateException expected) {
            scene.execute("a", "insert into t values (4, 'after')");
          }
        });
  }

  @Test
  void callsWithParametersAreMirrored() {
    if (isPostgres()) {
      onBothSides(
          "create procedure add_row(id int, name varchar) language sql"
              + " as 'insert into t values ($1, $2)'");
    } else if (isMariaDb()) {
      onBothSides(
          "create procedure add_row(id int, name varchar(20)) insert into t values (id, name)");
    } else {
      onBothSides("create alias add_row for '" + Procedures.class.getName() + ".addRow'");
    }
    Metrics metrics =
        mirrored(
            scene -> {
              try (CallableStatement call =
                  scene.connection("a").prepareCall("call add_row(?, ?)")) {
                call.setInt(1, 1);
                call.setString(2, "called");
                call.execute();
              }
            });

    assertThat(metrics.mirrored()).isOne();
    assertThat(target.rows("select * from t")).containsExactly("1|called");
  }

  @Test
  void oneCallBehindAPoolIsOneRequest() {
    Metrics metrics =
        mirrored(
            scene -> {
              try (HikariDataSource pool = scene.pool(2)) {
                for (int id = 1; id <= 5; id++) {
                  try (Connection connection = pool.getConnection();
                      PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    bind(insert, id).executeUpdate();
                  }
                }
                try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                  connection.setAutoCommit(false);
                  statement.execute("insert into t values (6, 'left open')");
                }
              }
            });

    assertThat(metrics.requests()).isEqualTo(6);
    assertThat(metrics.mirrored()).isEqualTo(5);
    assertThat(metrics.discarded("rolled_back")).isOne();
  }

  @Test
  void connectionsOfTheDriversOwnDataSourceAreMirrored() {
    Metrics metrics =
        mirrored(
            scene -> {
              try (Connection connection = dataSource(scene).getConnection();
                  PreparedStatement insert = connection.prepareStatement(INSERT)) {
                bind(insert, 1).executeUpdate();
              }
            });

    assertThat(metrics.requests()).isOne();
    assertThat(metrics.mirrored()).isOne();
    assertThat(metrics.labelValues("mirror_requests_total", "database"))
        .containsExactly(source.name());
  }

  @Test
  void connectionsOfTheDriversOwnPoolAreMirrored() {
    Metrics metrics =
        mirrored(
            scene -> {
              for (int i = 1; i <= 3; i++) {
                try (Connection connection = pool(scene).getPooledConnection().getConnection()) {
                  connection.setAutoCommit(false);
                  try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    bind(insert, i).executeUpdate();
                  }
                  connection.commit();
                }
              }
            });

    assertThat(metrics.requests()).isEqualTo(3);
    assertThat(metrics.mirrored()).isEqualTo(3);
  }

  @Test
  void anExecutedStatementThatTheDriverRefusesToSendIsASourceError() {
    Metrics metrics =
        mirrored(
            scene -> {
              try (PreparedStatement insert = scene.connection("a").prepareStatement(INSERT)) {
                insert.setInt(1, 1);
                insert.executeUpdate();
                throw new AssertionError("a parameter is missing");
              } catch (SQLException expected) {
                scene.execute("a", "insert into t values (2, 'after')");
              }
            });

    assertThat(metrics.discarded("source_error")).isOne();
    assertThat(metrics.mirrored()).isOne();
  }

  private static final String INSERT = "insert into t values (?, ?)";

  private Metrics mirrored(Step step) {
    MirroredApp app = mirror();
    app.run(step);
    Metrics metrics = app.drain();
    assertTablesEqual();
    return metrics;
  }

  private static PreparedStatement bind(PreparedStatement insert, int id) throws SQLException {
    insert.setInt(1, id);
    insert.setString(2, "name " + id);
    return insert;
  }

  private static void failingBatch(Scene scene) throws SQLException {
    try (PreparedStatement insert = scene.connection("a").prepareStatement(INSERT)) {
      for (int id = 1; id <= 3; id++) {
        bind(insert, id).addBatch();
      }
      insert.executeBatch();
    } catch (BatchUpdateException expected) {
      return;
    }
    throw new AssertionError("the batch should have failed");
  }

  private static String insertForKeys(Scene scene) throws SQLException {
    String sql = "insert into keyed (name) values ('a')";
    Connection connection = scene.connection("a");
    StringBuilder keys = new StringBuilder();
    try (PreparedStatement insert =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      insert.executeUpdate();
      keys.append(key(insert));
    }
    try (PreparedStatement insert = connection.prepareStatement(sql, new String[] {"id"})) {
      insert.executeUpdate();
      keys.append(key(insert));
    }
    if (scene.url().contains(":h2:")) { // PostgreSQL's driver has no keys by column index
      try (PreparedStatement insert = connection.prepareStatement(sql, new int[] {1})) {
        insert.executeUpdate();
        keys.append(key(insert));
      }
    }
    try (Statement insert = connection.createStatement()) {
      insert.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
      keys.append(key(insert));
      insert.execute(sql, new String[] {"id"});
      keys.append(key(insert));
      insert.executeLargeUpdate(sql, Statement.RETURN_GENERATED_KEYS);
      keys.append(key(insert));
    }
    return keys.toString();
  }

  private static int key(Statement statement) throws SQLException {
    try (ResultSet keys = statement.getGeneratedKeys()) {
      keys.next();
      return keys.getInt(1);
    }
  }

  private static ConnectionPoolDataSource pool(Scene scene) throws SQLException {
    if (!scene.url().contains(":postgresql:")) {
      return (ConnectionPoolDataSource) dataSource(scene);
    }
    PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
    postgres.setUrl(scene.url());
    postgres.setUser(scene.user());
    postgres.setPassword(scene.password());
    return postgres;
  }

  private static DataSource dataSource(Scene scene) throws SQLException {
    if (scene.url().contains(":mariadb:")) {
      MariaDbDataSource mariaDb = new MariaDbDataSource(scene.url());
      mariaDb.setUser(scene.user());
      mariaDb.setPassword(scene.password());
      return mariaDb;
    }
    if (scene.url().contains(":h2:")) {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL(scene.url());
      h2.setUser(scene.user());
      h2.setPassword(scene.password());
      return h2;
    }
    PGSimpleDataSource postgres = new PGSimpleDataSource();
    postgres.setUrl(scene.url());
    postgres.setUser(scene.user());
    postgres.setPassword(scene.password());
    return postgres;
  }
}
