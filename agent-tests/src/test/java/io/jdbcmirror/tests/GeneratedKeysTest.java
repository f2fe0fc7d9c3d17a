package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Families;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The target's rows get the keys that the source gave, and so children hang on the right parent. In
 * each test the source has lost a key to a rollback first: left alone, the target would give
 * others.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Vendor.class)
class GeneratedKeysTest extends MirrorSuite {
  static final String METRIC = "mirror_generated_keys_total";

  GeneratedKeysTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTables() {
    createTables(source, "1");
    createTables(target, "1");
  }

  private void createTables(Database database, String increment) {
    String key =
        vendor == Vendor.MARIADB
            ? "bigint auto_increment"
            : "bigint generated always as identity (increment by " + increment + ")";
    database.execute(
        "create table parent (id " + key + " primary key, name varchar(40))",
        "create table child (id "
            + key
            + " primary key, parent_id bigint not null references parent (id), name varchar(60))");
  }

  /** Of a batch or of one insert the source's keys then are no row of the target's. */
  private void createSparseTablesOnTheSource() {
    source.execute("drop table child", "drop table parent");
    createTables(source, "3");
  }

  @Test
  void childrenHangOnTheirParentsAfterARollback() {
    Metrics metrics =
        mirrored(
            scene -> {
              Connection connection = scene.connection("a");
              Families.family(connection, "lost", false);
              Families.family(connection, "first", true);
              Families.family(connection, "second", true);
              Families.family(connection, "lost too", false);
              Families.family(connection, "third", true);
            });

    assertThat(source.rows("select id from parent order by id")).containsExactly("2", "3", "5");
    assertFamiliesEqual();
    assertThat(metrics.count(METRIC, "result", "set")).isEqualTo(vendor == Vendor.MARIADB ? 3 : 2);
    assertThat(metrics.count(METRIC)).isEqualTo(3);
    assertThat(metrics.failed()).isZero();
  }

  @Test
  void atAPartOfTheTrafficEveryMirroredRowHasTheSourcesKey() {
    MirroredApp app = apps.script(source, target).set("exposure", "0.3").start();
    app.run(
        scene -> {
          for (int i = 0; i < 60; i++) {
            Families.family(scene.connection("a"), "family " + i, i % 5 > 0);
          }
        });

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isPositive().isLessThan(2 * 48);
    assertThat(2 * target.count("parent")).isEqualTo(metrics.mirrored());
    assertThat(source.rows("select id, name from parent"))
        .containsAll(target.rows("select id, name from parent"));
    assertThat(source.rows("select parent_id, name from child"))
        .containsAll(target.rows("select parent_id, name from child"));
    assertThat(resultsOf(metrics, "same", "set")).isEqualTo(target.count("parent"));
  }

  @Test
  void sessionsAtTheSameTimeKeepTheirKeys() {
    Metrics metrics = mirrored(scene -> Families.concurrently(scene, 4, 25));

    assertFamiliesEqual();
    assertThat(metrics.failed()).isZero();
    assertThat(resultsOf(metrics, "same", "set")).isEqualTo(source.count("parent"));
  }

  @Test
  void severalMirrorThreadsDoNotTakeEachOthersKeys() {
    MirroredApp app = apps.script(source, target).set("mirror.threads", "4").start();
    app.run(scene -> Families.concurrently(scene, 4, 25));

    Metrics metrics = app.drain();
    assertThat(metrics.failed()).isZero();
    assertFamiliesEqual();
  }

  /** The keys of children are nobody's: they may differ. */
  private void assertFamiliesEqual() {
    String parents = "select id, name from parent order by id";
    String children = "select parent_id, name from child order by parent_id, name";
    assertThat(target.rows(parents)).isEqualTo(source.rows(parents)).isNotEmpty();
    assertThat(target.rows(children)).isEqualTo(source.rows(children)).isNotEmpty();
  }

  @Test
  void aBatchGetsItsKeys() {
    Metrics metrics =
        mirrored(
            scene -> {
              Families.family(scene.connection("a"), "lost", false);
              batch(scene.connection("a"), 5);
              scene.connection("a").commit();
            });

    assertThat(source.rows("select min(id), max(id) from parent")).containsExactly("2|6");
    assertTablesEqual();
    assertThat(resultsOf(metrics, "set")).isOne();
  }

  @Test
  void aBatchWhoseKeysAreNoRowGetsThemOneByOne() {
    if (vendor == Vendor.MARIADB) {
      return; // its increment is the server's; its batches always go one by one
    }
    createSparseTablesOnTheSource();
    Metrics metrics = mirrored(scene -> batch(scene.connection("a"), 4));

    assertThat(target.rows("select id from parent order by id"))
        .containsExactly("1", "4", "7", "10");
    assertTablesEqual();
    assertThat(resultsOf(metrics, "set")).isOne();
  }

  @Test
  void anInsertOfSeveralRowsGetsItsKeys() {
    Metrics metrics =
        mirrored(
            scene -> {
              Families.family(scene.connection("a"), "lost", false);
              severalRows(scene.connection("a"));
              scene.connection("a").commit();
            });

    assertThat(source.rows("select min(id), max(id) from parent")).containsExactly("2|4");
    assertTablesEqual();
    assertThat(resultsOf(metrics, "set")).isOne();
  }

  @Test
  void keysWithGapsAreNamedInTheInsertAndMeetNoOther() {
    if (vendor == Vendor.MARIADB) {
      return; // its increment is the server's
    }
    createSparseTablesOnTheSource();
    Metrics metrics =
        mirrored(
            scene -> {
              Families.family(scene.connection("a"), "lost", false);
              severalRows(scene.connection("a"));
              scene.execute("a", "insert into parent (name) values ('not asked for')");
              scene.connection("a").commit();
            });

    assertThat(target.rows("select id from parent order by id"))
        .containsExactly("4", "7", "10", "11");
    assertThat(resultsOf(metrics, "set")).isOne();
    assertThat(metrics.mirrored()).isEqualTo(2);
  }

  @Test
  void afterKeysWithGapsThatAreLostTheTargetGoesOnAsBefore() {
    if (vendor == Vendor.MARIADB) {
      return; // its increment is the server's
    }
    createSparseTablesOnTheSource();
    target.execute("alter table parent add check (name <> 'refused')");
    Metrics metrics =
        mirrored(
            scene -> {
              Connection connection = scene.connection("a");
              connection.setAutoCommit(false);
              severalRows(connection);
              scene.execute("a", "insert into parent (name) values ('refused')");
              connection.commit();
              scene.execute("a", "insert into parent (name) values ('own')");
              connection.commit();
            });

    assertThat(metrics.failed()).isEqualTo(2);
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.rows("select name from parent")).containsExactly("own");
  }

  @Test
  void keysThatNobodyReadsAreCountedAndMeetNoOther() {
    Metrics metrics =
        mirrored(
            scene -> {
              Connection late = scene.connection("late");
              Connection early = scene.connection("early");
              late.setAutoCommit(false);
              long first = Families.parent(late, "late");
              Families.family(early, "early", true);
              Families.child(late, first, "child of late");
              late.commit();
              Families.unread(late, "unread");
              late.commit();
              scene.execute("early", "insert into parent (name) values ('not asked for')");
              early.commit();
            });

    assertFamiliesEqual();
    assertThat(resultsOf(metrics, "not_read")).isOne();
    assertThat(metrics.failed()).isZero();
  }

  @Test
  void whatIsReadByScrollingIsNotTrusted() {
    Metrics metrics =
        mirrored(
            scene -> {
              Families.family(scene.connection("a"), "lost", false);
              try (Statement insert = scene.connection("a").createStatement()) {
                insert.executeUpdate(
                    "insert into parent (name) values ('a')", Statement.RETURN_GENERATED_KEYS);
                try (ResultSet keys = insert.getGeneratedKeys()) {
                  keys.next();
                  keys.getLong(1);
                  keys.beforeFirst();
                } catch (SQLException forwardOnly) {
                  // It was tried.
                }
              }
              scene.connection("a").commit();
            });

    assertThat(target.count("parent")).isOne();
    assertThat(resultsOf(metrics, "unsupported")).isOne();
  }

  @Test
  void keysAreGivenInEveryForm() {
    MirroredApp app = mirror();
    int requests = app.ask(GeneratedKeysTest::everyForm);

    Metrics metrics = app.drain();
    assertFormsEqual();
    assertThat(metrics.failed()).isZero();
    assertThat(resultsOf(metrics, "same", "set")).isEqualTo(requests);
    assertThat(metrics.count(METRIC)).isEqualTo(requests);
  }

  private void assertFormsEqual() {
    String parents = "select id, name from parent order by id";
    assertThat(target.rows(parents)).isEqualTo(source.rows(parents)).isNotEmpty();
  }

  /** Before each insert a key is lost. */
  private static int everyForm(Scene scene) throws SQLException {
    String sql = "insert into parent (name) values ('a')";
    Connection connection = scene.connection("a");
    connection.setAutoCommit(false);
    Object[] forms =
        scene.url().contains(":postgresql:") // its driver has no keys by column index
            ? new Object[] {Statement.RETURN_GENERATED_KEYS, new String[] {"id"}}
            : new Object[] {Statement.RETURN_GENERATED_KEYS, new String[] {"id"}, new int[] {1}};
    int requests = 0;
    for (Object form : forms) {
      for (int call = 0; call < 4; call++) {
        Families.parent(connection, "lost");
        connection.rollback();
        one(connection, sql, form, call);
        connection.commit();
        requests++;
      }
    }
    return requests;
  }

  private static void one(Connection connection, String sql, Object form, int call)
      throws SQLException {
    try (PreparedStatement prepared = prepare(connection, sql, form);
        Statement plain = connection.createStatement()) {
      switch (call) {
        case 0 -> prepared.executeUpdate();
        case 1 -> execute(plain, sql, form);
        case 2 -> executeUpdate(plain, sql, form);
        default -> executeLargeUpdate(plain, sql, form);
      }
      try (ResultSet keys = (call == 0 ? prepared : plain).getGeneratedKeys()) {
        keys.next();
        keys.getObject(1);
      }
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object form)
      throws SQLException {
    if (form instanceof Integer flag) {
      return connection.prepareStatement(sql, flag);
    }
    return form instanceof int[] indexes
        ? connection.prepareStatement(sql, indexes)
        : connection.prepareStatement(sql, (String[]) form);
  }

  private static void execute(Statement plain, String sql, Object form) throws SQLException {
    if (form instanceof Integer flag) {
      plain.execute(sql, flag);
    } else if (form instanceof int[] indexes) {
      plain.execute(sql, indexes);
    } else {
      plain.execute(sql, (String[]) form);
    }
  }

  private static void executeUpdate(Statement plain, String sql, Object form) throws SQLException {
    if (form instanceof Integer flag) {
      plain.executeUpdate(sql, flag);
    } else if (form instanceof int[] indexes) {
      plain.executeUpdate(sql, indexes);
    } else {
      plain.executeUpdate(sql, (String[]) form);
    }
  }

  private static void executeLargeUpdate(Statement plain, String sql, Object form)
      throws SQLException {
    if (form instanceof Integer flag) {
      plain.executeLargeUpdate(sql, flag);
    } else if (form instanceof int[] indexes) {
      plain.executeLargeUpdate(sql, indexes);
    } else {
      plain.executeLargeUpdate(sql, (String[]) form);
    }
  }

  @Test
  void keysAreGivenThatAnInsertReturns() {
    boolean h2 = vendor == Vendor.H2; // has no RETURNING
    Metrics metrics =
        mirrored(
            scene -> {
              Connection connection = scene.connection("a");
              Families.family(connection, "lost", false);
              String sql = "insert into parent (name) values ('a')";
              sql =
                  h2
                      ? "select name, id from final table (" + sql + ")"
                      : sql + " returning name, id";
              try (PreparedStatement insert = connection.prepareStatement(sql)) {
                try (ResultSet row = insert.executeQuery()) {
                  row.next();
                  Families.child(connection, row.getLong("id"), "first");
                }
                insert.execute();
                try (ResultSet row = insert.getResultSet()) {
                  row.next();
                  Families.child(connection, row.getInt(2), "second");
                }
              }
              connection.commit();
            });

    assertFamiliesEqual();
    assertThat(resultsOf(metrics, "same", "set")).isEqualTo(2);
  }

  @Test
  void anAutocommitInsertWaitsForItsKeys() {
    Metrics metrics =
        mirrored(
            scene -> {
              Connection connection = scene.connection("a");
              Families.family(connection, "lost", false);
              connection.setAutoCommit(true);
              Families.child(connection, Families.parent(connection, "first"), "child");
              Families.child(connection, Families.parent(connection, "second"), "child");
            });

    assertFamiliesEqual();
    assertThat(resultsOf(metrics, "same", "set")).isEqualTo(2);
    assertThat(metrics.count("mirror_order_relaxed_total")).isZero();
  }

  @Test
  void anAutocommitInsertWaitsNoLongerThanToTheSessionsNextCall() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          Statement leaked = connection.createStatement();
          scene.keep("leaked", leaked);
          leaked.executeUpdate(
              "insert into parent (name) values ('a')", Statement.RETURN_GENERATED_KEYS);
        });
    assertThat(app.metrics().count("mirror_requests_in_flight")).isOne();
    app.run(scene -> scene.execute("a", "insert into parent (name) values ('b')"));

    Metrics metrics = app.drain();
    assertThat(resultsOf(metrics, "not_read")).isOne();
    assertThat(metrics.mirrored()).isEqualTo(2);
    assertTablesEqual();
  }

  @Test
  void anAutocommitInsertWhoseKeysNobodyReadsIsMirroredAtTheEnd() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Statement leaked = scene.connection("a").createStatement();
          scene.keep("leaked", leaked);
          leaked.executeUpdate(
              "insert into parent (name) values ('a')", Statement.RETURN_GENERATED_KEYS);
        });
    assertThat(app.metrics().count("mirror_requests_in_flight")).isOne();

    app.exit();
    assertThat(app.stderr()).contains("mirrored=1").contains("in_flight=0");
    assertTablesEqual();
  }

  private Metrics mirrored(Step step) {
    MirroredApp app = mirror();
    app.run(step);
    return app.drain();
  }

  private static long resultsOf(Metrics metrics, String... results) {
    long sum = 0;
    for (String result : results) {
      sum += metrics.count(METRIC, "result", result);
    }
    return sum;
  }

  private static void batch(Connection connection, int size) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into parent (name) values (?)", Statement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < size; i++) {
        insert.setString(1, "entry " + i);
        insert.addBatch();
      }
      insert.executeBatch();
      readAll(insert);
    }
  }

  private static void severalRows(Connection connection) throws SQLException {
    try (Statement insert = connection.createStatement()) {
      insert.executeUpdate(
          "insert into parent (name) values ('a'), ('b'), ('c')", Statement.RETURN_GENERATED_KEYS);
      readAll(insert);
    }
  }

  private static void readAll(Statement insert) throws SQLException {
    try (ResultSet keys = insert.getGeneratedKeys()) {
      while (keys.next()) {
        keys.getLong(1);
      }
    }
  }
}
