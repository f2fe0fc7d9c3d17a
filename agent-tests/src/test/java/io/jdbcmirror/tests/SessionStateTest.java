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

/**
 * What a session has set on the source holds on the target too, whatever the exposure, and after
 * the target's connection was lost.
 */
@OnEachVendor
class SessionStateTest extends MirrorSuite {
  private static final int MANY = 200;

  SessionStateTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTablesOfOneNameInTwoSchemas() {
    onBothSides(
        "create schema " + other(),
        "create table t (id int primary key, name varchar(60))",
        "create table " + other() + ".t (id int primary key, name varchar(60))");
  }

  @Test
  void aSchemaSetBySqlHoldsAtLowExposure() {
    String set = setSchema();
    MirroredApp app = apps.script(source, target).set("exposure", "0.2").start();
    app.run(
        scene -> {
          scene.execute("a", set);
          insertMany(scene);
        });

    assertOnlyInTheOtherSchema(app.drain());
  }

  @Test
  void aSchemaSetByJdbcHoldsAtLowExposure() {
    String other = vendor == Vendor.H2 ? "OTHER" : other();
    boolean catalogs = isMariaDb();
    MirroredApp app = apps.script(source, target).set("exposure", "0.2").start();
    app.run(
        scene -> {
          if (catalogs) {
            scene.connection("a").setCatalog(other);
          } else {
            scene.connection("a").setSchema(other);
          }
          insertMany(scene);
        });

    assertOnlyInTheOtherSchema(app.drain());
  }

  @Test
  void theSchemaIsSetAgainOnANewConnectionToTheTarget() {
    String set = setSchema();
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", set, "insert into t values (1, 'a')"));
    app.drain();
    target.server().restart();
    app.run(scene -> scene.execute("a", "insert into t values (2, 'b')"));

    app.drain();
    assertTablesEqual();
    assertThat(target.count(other() + ".t")).isEqualTo(2);
  }

  @Test
  void theIsolationHoldsOnTheTarget() {
    String isolation =
        switch (vendor) {
          case POSTGRES -> "current_setting('transaction_isolation')";
          case MARIADB -> "@@transaction_isolation";
          case H2 ->
              "(select isolation_level from information_schema.sessions"
                  + " where session_id = session_id())";
        };
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          scene.execute("a", "insert into t select 1, " + isolation);
          connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
          scene.execute("a", "insert into t select 2, " + isolation);
          connection.setAutoCommit(false);
          scene.execute("a", "insert into t select 3, " + isolation);
          connection.commit();
        });

    app.drain();
    assertTablesEqual();
    assertThat(target.rows("select lower(name) from t where id > 1"))
        .containsExactly("serializable", "serializable");
  }

  @Test
  void readOnlyTransactionsAreMirroredAndWritingGoesOnAfterThem() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setReadOnly(true);
          scene.execute("a", "select * from t");
          connection.setAutoCommit(false);
          scene.execute("a", "select * from t");
          connection.commit();
          connection.setReadOnly(false);
          scene.execute("a", "insert into t values (1, 'a')");
          connection.commit();
        });

    Metrics metrics = app.drain();
    assertTablesEqual();
    assertThat(metrics.mirrored()).isEqualTo(3);
  }

  @Test
  void aTemporaryTableIsThereWhateverTheExposure() {
    MirroredApp app = apps.script(source, target).set("exposure", "0.2").start();
    app.run(
        scene -> {
          scene.execute("a", createTemporaryTable(scene));
          for (int id = 1; id <= MANY; id++) {
            scene.execute("a", "insert into tmp values (" + id + ")");
          }
          scene.execute("a", "drop table tmp");
        });

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isPositive();
    assertThat(metrics.errors()).as("%s", metrics).isZero();
  }

  @Test
  void aTemporaryTableIsMadeAgainOnANewConnectionToTheTarget() {
    MirroredApp app = mirror();
    app.run(scene -> scene.execute("a", createTemporaryTable(scene), "insert into tmp values (1)"));
    app.drain();
    target.server().restart();
    app.run(
        scene ->
            scene.execute(
                "a",
                "insert into tmp values (2)",
                "insert into t select id, 'x' from tmp where id = 2"));

    Metrics metrics = app.drain();
    assertThat(metrics.errors("query")).isZero();
    assertThat(metrics.failed()).isZero();
    assertThat(target.rows("select id from t")).containsExactly("2");
  }

  @Test
  void sessionsDoNotMixTheirState() {
    String set = setSchema();
    MirroredApp app = mirror();
    app.run(
        scene -> {
          scene.execute("a", set);
          scene.execute("b", "insert into t values (1, 'b')");
          scene.execute("a", "insert into t values (2, 'a')");
          scene.execute("b", "insert into t values (3, 'b')");
        });

    app.drain();
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(2);
    assertThat(target.count(other() + ".t")).isOne();
  }

  @Test
  void sessionsBeyondTheLimitKeepTheirStateToo() {
    String set = setSchema();
    MirroredApp app = apps.script(source, target).set("target.max-sessions", "2").start();
    app.run(
        scene -> {
          for (String name : new String[] {"a", "b", "c", "d"}) {
            scene.execute(name, set);
          }
          for (int id = 1; id <= 12; id++) {
            String name = String.valueOf("abcd".charAt(id % 4));
            scene.execute(name, "insert into t values (" + id + ", '" + name + "')");
          }
        });

    app.drain();
    assertTablesEqual();
    assertThat(target.count(other() + ".t")).isEqualTo(12);
  }

  private void assertOnlyInTheOtherSchema(Metrics metrics) {
    assertThat(metrics.failed()).as("%s", metrics).isZero();
    assertThat(metrics.unsampled()).isPositive();
    assertThat(target.count("t")).isZero();
    assertThat(target.count(other() + ".t")).isPositive().isLessThan(MANY);
    String rows = "select * from " + other() + ".t";
    assertThat(source.rows(rows)).containsAll(target.rows(rows));
  }

  private String setSchema() {
    return switch (vendor) {
      case POSTGRES -> "SET search_path TO " + other();
      case MARIADB -> "USE " + other();
      case H2 -> "SET SCHEMA " + other();
    };
  }

  /** On MariaDB it is a database, which all tests share the server with. */
  private String other() {
    return isMariaDb() ? source.name() + "_other" : "other";
  }

  private static void insertMany(Scene scene) throws SQLException {
    for (int id = 1; id <= MANY; id++) {
      scene.execute("a", "insert into t values (" + id + ", 'a')");
    }
  }

  private static String createTemporaryTable(Scene scene) {
    return scene.url().contains(":h2:")
        ? "create local temporary table tmp (id int primary key)"
        : "create temporary table tmp (id int primary key)";
  }
}
