package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.TriggerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is behind a table's name decides whether statements on it may go in a batch. */
@OnEachVendor
class BurstTablesTest extends BurstSuite {
  private static final int SOME = 100;

  BurstTablesTest(Vendor vendor) {
    super(vendor);
  }

  /** H2's way of a trigger: takes down the row. */
  public static final class Noting extends TriggerAdapter {
    @Override
    public void fire(Connection connection, ResultSet before, ResultSet after) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into noted values (" + after.getInt(1) + ")");
      }
    }
  }

  /** Writes a view's row into the table behind it. */
  public static final class Passing extends TriggerAdapter {
    @Override
    public void fire(Connection connection, ResultSet before, ResultSet after) throws SQLException {
      String sql = before == null ? "insert into s (v, n) values (?, ?)" : BurstSuite.UPDATE;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, after.getString("v"));
        statement.setInt(2, after.getInt("id"));
        statement.executeUpdate();
      }
    }
  }

  @BeforeEach
  void startTheApplication() {
    start(apps.script(source, target.url(proxy), target));
  }

  @Test
  void whatATriggerDoesIsTheSameInABatch() {
    onBothSides("create table noted (id int)");
    onBothSides(noting());
    Metrics metrics =
        behind(
            scene -> {
              insert(scene.connection("a"), 0, SOME, "new");
              update(scene.connection("a"), 0, SOME);
            });

    assertAllMatch(metrics, 1 + 2 * SOME);
    assertThat(batched(metrics)).isGreaterThan(SOME);
    assertThat(target.count("noted")).isEqualTo(2 * SOME);
  }

  @Test
  void aTriggerThatRefusesOneTakesTheWholeBatchBack() {
    onBothSides("create table noted (id int)");
    target.execute(noting());
    target.execute("alter table noted add constraint low check (id <> 50)");
    Metrics metrics = behind(scene -> insert(scene.connection("a"), 0, SOME, "new"));

    assertThat(metrics.failed()).as("%s", metrics).isOne();
    assertThat(metrics.mirrored()).isEqualTo(SOME);
    assertThat(verdicts(metrics, "error_new")).isOne();
    assertThat(target.count("t")).isEqualTo(SOME); // the first one, and all but the 50
    assertThat(target.count("noted")).isEqualTo(SOME - 1);
    assertThat(target.rows("select id from noted group by id having count(*) > 1")).isEmpty();
  }

  @Test
  void insertsIntoAViewWhoseTableMakesAKeyGoOneByOne() {
    onBothSides(
        "create table s (id " + identity() + " primary key, v varchar(20), n int)",
        "create view seen as select v, n as id from s");
    onBothSides(passing());
    target.execute("create unique index once on s (n)");
    target.execute("insert into s (id, v, n) values (-1, 'in the way', 50)");
    Metrics metrics = behind(each("insert into seen (v, id) values (?, ?)"));

    assertThat(metrics.failed()).as("%s", metrics).isOne();
    assertThat(metrics.mirrored()).isEqualTo(SOME);
    assertThat(batched(metrics)).isZero();
    assertThat(target.rows("select max(id) from s"))
        .isEqualTo(source.rows("select max(id) from s"));
  }

  @Test
  void updatesThroughAViewAreMirroredTogether() {
    onBothSides("create view seen as select id, v from t");
    onBothSides(passing());
    Metrics metrics =
        behind(
            scene -> {
              insert(scene.connection("a"), 0, SOME, "new");
              each("update seen set v = ? where id = ?").run(scene);
            });

    assertAllMatch(metrics, 1 + 2 * SOME);
    assertThat(batched(metrics)).isGreaterThan(SOME);
  }

  @Test
  void insertsThatLeaveOutWhatAFunctionMakesGoOneByOne() {
    onBothSides(
        "create table d (id int primary key, v varchar(20), made int default (length('abc')))");
    Metrics metrics = behind(each("insert into d (v, id) values (?, ?)"));

    assertAllMatch(metrics, 1 + SOME);
    assertThat(batched(metrics)).isZero();
  }

  @Test
  void insertsThatGiveWhatAFunctionWouldMakeAreMirroredTogether() {
    onBothSides(
        "create table d (v varchar(20), id int primary key, made int default (length('abc')))");
    Metrics metrics = behind(each("insert into d values (?, ?, 4)"));

    assertAllMatch(metrics, 1 + SOME);
    if (isMariaDb()) { // where a null that is given may be made a value, too
      assertThat(batched(metrics)).isZero();
    } else {
      assertThat(batched(metrics)).isGreaterThan(SOME / 2);
    }
  }

  @Test
  void insertsThatLeaveOutConstantsAreMirroredTogether() {
    onBothSides(
        "create table d (id int primary key, v varchar(20), made int default 3,"
            + " name varchar(20) default 'none', free int)");
    Metrics metrics = behind(each("insert into d (v, id) values (?, ?)"));

    assertAllMatch(metrics, 1 + SOME);
    assertThat(batched(metrics)).isGreaterThan(SOME / 2);
  }

  /** Executes it again and again, with a text and a number. */
  private static Step each(String sql) {
    return scene -> {
      try (PreparedStatement statement = scene.connection("a").prepareStatement(sql)) {
        for (int i = 0; i < SOME; i++) {
          statement.setString(1, "of " + i);
          statement.setInt(2, i);
          statement.executeUpdate();
        }
      }
    };
  }

  /** A trigger that writes the id of each new row of t, and of each that is changed. */
  private String[] noting() {
    return switch (vendor) {
      case POSTGRES ->
          new String[] {
            "create function note() returns trigger language plpgsql as"
                + " $$ begin insert into noted values (new.id); return null; end $$",
            "create trigger noting after insert or update on t for each row"
                + " execute function note()"
          };
      case H2 ->
          new String[] {
            "create trigger noting after insert, update on t for each row call '"
                + Noting.class.getName()
                + "'"
          };
      case MARIADB ->
          new String[] {
            "create trigger noting after insert on t for each row"
                + " insert into noted values (new.id)",
            "create trigger noting_too after update on t for each row"
                + " insert into noted values (new.id)"
          };
    };
  }

  /** What H2 needs where a view is to be written. */
  private String[] passing() {
    return vendor == Vendor.H2
        ? new String[] {
          "create trigger passing instead of insert, update on seen for each row call '"
              + Passing.class.getName()
              + "'"
        }
        : new String[0];
  }
}
