package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.sql.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What only MariaDB has: tables that keep what was rolled back, anywhere on the server, into which
 * a trigger may write; and inserts of many rows as one statement.
 */
class MariaDbBurstTest extends BurstSuite {
  private static final int SOME = 100;
  private static final String VALUES =
      "create table v (id int primary key, d date, at datetime(6), n decimal(30, 10), x double,"
          + " t text, e enum('red', 'blue'), c varchar(20), y year, b blob, o enum('a', 'b'),"
          + " free varchar(20))";
  private static final String INTO_VALUES =
      "insert into v values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  MariaDbBurstTest() {
    super(Vendor.MARIADB);
  }

  @BeforeEach
  void startTheApplication() {
    start(apps.script(source, target.url(proxy), target));
  }

  /** Or nothing would go in a batch in any other test. */
  @AfterEach
  void dropTheTable() {
    onBothSides("drop table if exists m");
  }

  @Test
  void whileTheServerHasATableOfMyIsamNothingIsMirroredTogether() {
    onBothSides("create table m (id int primary key) engine=MyISAM");
    onBothSides(
        "create trigger noting before insert on t for each row insert into m values (new.id)");
    target.execute("insert into m values (50)");
    Metrics metrics = behind(scene -> insert(scene.connection("a"), 0, SOME, "new"));

    assertThat(batched(metrics)).as("%s", metrics).isZero();
    assertThat(metrics.failed()).isOne();
    assertThat(metrics.mirrored()).isEqualTo(SOME);
    assertThat(target.count("m")).isEqualTo(SOME);
    assertThat(target.count("t")).isEqualTo(SOME); // the first one, and all but the 50
  }

  @Test
  void fromTheMomentOnThatATableOfMyIsamIsMadeNothingIsMirroredTogether() {
    Metrics metrics =
        behind(
            scene -> {
              insert(scene.connection("a"), 0, SOME, "new");
              scene.execute("a", "create table m (id int primary key) engine=MyISAM");
              insert(scene.connection("a"), SOME, 2 * SOME, "later");
            });

    assertAllMatch(metrics, 1 + 2 * SOME + 1);
    assertThat(batched(metrics)).isBetween(2L, (long) SOME);
  }

  @Test
  void insertsOfNumbersAndTextsAreOneStatementForTheServer() {
    onBothSides(VALUES);
    long before = executions();
    Metrics metrics =
        behind(
            scene -> {
              try (PreparedStatement insert = scene.connection("a").prepareStatement(INTO_VALUES)) {
                for (int i = 0; i < SOME; i++) {
                  insert.setInt(1, i);
                  insert.setString(2, "2024-02-" + (10 + i % 19));
                  insert.setString(3, "2024-02-29 23:59:59." + (100_000 + i));
                  insert.setString(4, i + ".1");
                  insert.setString(5, "-0." + i);
                  insert.setString(6, "it's \\ \u00e9\u20ac\ud83d\ude00 " + i);
                  insert.setString(7, i % 2 == 0 ? "red" : "blue");
                  insert.setLong(8, (1L << 40) + i);
                  insert.setShort(9, (short) (i % 100));
                  insert.setString(10, "");
                  insert.setInt(11, 1 + i % 2);
                  insert.setNull(12, Types.VARCHAR);
                  insert.executeUpdate();
                }
              }
            });

    assertAllMatch(metrics, 1 + SOME);
    assertThat(batched(metrics)).isGreaterThan(SOME / 2);
    assertThat(executions() - before).isBetween(1L, 10L);
  }

  @Test
  void whatIsAnotherValueInBinaryFormStandsInTheTextOfEachInsert() {
    onBothSides("create table f (id int primary key, d double, v varchar(40))");
    long before = executions();
    Metrics metrics =
        behind(
            scene -> {
              try (PreparedStatement insert =
                  scene.connection("a").prepareStatement("insert into f values (?, ?, ?)")) {
                for (int i = 0; i < SOME; i++) {
                  insert.setInt(1, i);
                  insert.setFloat(2, i + 0.1f);
                  insert.setTimestamp(3, new Timestamp(i));
                  insert.executeUpdate();
                }
              }
            });

    assertAllMatch(metrics, 1 + SOME);
    assertThat(batched(metrics)).isGreaterThan(SOME / 2);
    assertThat(executions() - before).isZero();
  }

  /** Of statements that the target's server has prepared. */
  private long executions() {
    String row = target.rows("show global status like 'Com_stmt_execute'").get(0);
    return Long.parseLong(row.substring(row.indexOf('|') + 1));
  }
}
