package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.Savepoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is set on a connection in the middle of a transaction. MariaDB has no schemas. */
@ParameterizedClass(name = "{0}")
@EnumSource(
    value = Vendor.class,
    names = {"POSTGRES", "H2"})
class SchemaInTransactionTest extends MirrorSuite {
  SchemaInTransactionTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTablesOfOneNameInTwoSchemas() {
    onBothSides(
        "create schema other",
        "create table t (id int primary key)",
        "create table other.t (id int primary key)");
  }

  @Test
  void whatComesAfterGoesToTheOtherSchema() {
    String other = other();
    Metrics metrics =
        mirrored(
            scene -> {
              Connection connection = scene.connection("a");
              connection.setAutoCommit(false);
              scene.execute("a", "insert into t values (1)");
              connection.setSchema(other);
              scene.execute("a", "insert into t values (2)", "insert into t values (3)");
              connection.commit();
              scene.execute("a", "insert into t values (4)");
              connection.commit();
            });

    assertThat(metrics.mirrored()).isEqualTo(4);
    assertThat(target.rows("select id from other.t order by id")).containsExactly("2", "3", "4");
  }

  /** PostgreSQL takes the schema back, too; H2 does not. */
  @Test
  void aRollbackInBetweenIsFollowed() {
    String other = other();
    Metrics metrics =
        mirrored(
            scene -> {
              Connection connection = scene.connection("a");
              connection.setAutoCommit(false);
              scene.execute("a", "insert into t values (1)");
              connection.setSchema(other);
              scene.execute("a", "insert into t values (2)");
              connection.rollback();
              scene.execute("a", "insert into t values (3)");
              connection.commit();
            });

    assertThat(metrics.discarded("rolled_back")).isEqualTo(2);
    assertThat(target.count("other.t")).isEqualTo(isPostgres() ? 0 : 1);
  }

  @Test
  void aSavepointInBetweenIsFollowed() {
    String other = other();
    Metrics metrics =
        mirrored(
            scene -> {
              Connection connection = scene.connection("a");
              connection.setAutoCommit(false);
              scene.execute("a", "insert into t values (1)");
              Savepoint savepoint = connection.setSavepoint();
              connection.setSchema(other);
              scene.execute("a", "insert into t values (2)");
              connection.rollback(savepoint);
              scene.execute("a", "insert into t values (3)");
              connection.commit();
              scene.execute("a", "insert into t values (4)");
              connection.commit();
            });

    assertThat(metrics.mirrored()).isEqualTo(3);
    assertThat(target.count("other.t")).isEqualTo(isPostgres() ? 0 : 2);
  }

  /** H2 commits what came before; PostgreSQL refuses it. */
  @Test
  void anIsolationThatIsSetInBetweenFollowsTheVendor() {
    boolean postgres = isPostgres();
    mirrored(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          scene.execute("a", "insert into t values (1)");
          if (!postgres) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
          }
          scene.execute("a", "insert into t values (2)");
          connection.rollback();
          scene.execute("a", "insert into t values (3)");
          connection.commit();
        });

    assertThat(target.count("t")).isEqualTo(isPostgres() ? 1 : 2);
  }

  private String other() {
    return isPostgres() ? "other" : "OTHER";
  }

  private Metrics mirrored(Step step) {
    MirroredApp app = mirror();
    app.run(step);
    Metrics metrics = app.drain();
    assertTablesEqual();
    assertThat(metrics.failed()).as("%s", metrics).isZero();
    return metrics;
  }
}
