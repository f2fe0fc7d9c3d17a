package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where PostgreSQL's session state follows its transactions. */
class PostgresSessionStateTest extends MirrorSuite {
  PostgresSessionStateTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createTablesOfOneNameInTwoSchemas() {
    onBothSides(
        "create schema other",
        "create table t (id int primary key)",
        "create table other.t (id int primary key)");
  }

  @Test
  void aSetThatIsRolledBackDoesNotHold() {
    runAndCompare(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "SET search_path TO other", "insert into t values (1)");
          scene.connection("a").rollback();
          scene.execute("a", "insert into t values (2)");
          scene.connection("a").commit();
        });

    assertThat(target.rows("select id from public.t")).containsExactly("2");
    assertThat(target.count("other.t")).isZero();
  }

  @Test
  void aSetLocalHoldsForItsTransaction() {
    runAndCompare(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "SET LOCAL search_path TO other", "insert into t values (1)");
          scene.connection("a").commit();
          scene.execute("a", "insert into t values (2)");
          scene.connection("a").commit();
        });

    assertThat(target.rows("select id from other.t")).containsExactly("1");
  }

  @Test
  void aResetTakesBackWhatWasSet() {
    runAndCompare(
        scene -> {
          scene.execute("a", "SET search_path TO other", "insert into t values (1)");
          scene.execute("a", "RESET search_path", "insert into t values (2)");
          scene.execute("a", "SET search_path TO other", "DISCARD ALL", "insert into t values (3)");
        });

    assertThat(target.rows("select id from public.t order by id")).containsExactly("2", "3");
  }

  @Test
  void clientInfoHoldsOnEveryConnectionToTheTarget() {
    String insert = "insert into seen values (%d, current_setting('application_name'))";
    onBothSides("create table seen (id int primary key, name varchar(60))");
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Properties info = new Properties();
          info.setProperty("ApplicationName", "by properties");
          scene.connection("a").setClientInfo(info);
          scene.execute("a", insert.formatted(1));
          scene.connection("a").setClientInfo("ApplicationName", "by name");
          scene.execute("a", insert.formatted(2));
        });
    app.drain();
    target.server().restart();
    app.run(
        scene -> {
          scene.execute("a", insert.formatted(3));
          scene.connection("a").setClientInfo(new Properties());
          scene.execute("a", insert.formatted(4));
        });

    app.drain();
    assertTablesEqual();
    assertThat(target.rows("select name from seen order by id"))
        .containsExactly("by properties", "by name", "by name", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serializable", "repeatable read"})
  void theIsolationThatABeginNamesHolds(String level) {
    onBothSides("create table seen (id int primary key, level varchar(60))");
    runAndCompare(
        scene ->
            scene.execute(
                "a",
                "begin isolation level " + level,
                "insert into seen values (1, current_setting('transaction_isolation'))",
                "commit",
                "insert into seen values (2, current_setting('transaction_isolation'))"));

    assertThat(target.rows("select level from seen order by id"))
        .containsExactly(level, "read committed");
  }

  private void runAndCompare(Step step) {
    MirroredApp app = mirror();
    app.run(step);
    app.drain();
    assertTablesEqual();
  }
}
