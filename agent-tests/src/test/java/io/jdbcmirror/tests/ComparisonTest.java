package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Shopping;
import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.DigestList;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What both sides have answered is compared, request by request, as far as the application looks at
 * the source's answer; and a difference is explained where something explains it.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Vendor.class)
class ComparisonTest extends MirrorSuite {
  private static final String COMPARISONS = "mirror_comparisons_total";
  private static final String NOT_COMPARED = "mirror_not_compared_total";
  private static final String DIFFERENCES = "mirror_differences_total";

  ComparisonTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createItems() {
    onBothSides(
        "create table item (id int primary key, name varchar(40), price decimal(10,2))",
        "create table other (id int primary key)",
        "insert into item values (1, 'one', 1.00), (2, 'two', 2.50), (3, 'three', null)",
        "insert into other values (1)");
  }

  private Metrics compared(Step work) {
    return compared("checksum", work);
  }

  private Metrics compared(String results, Step work) {
    MirroredApp app = apps.script(source, target).set("compare.results", results).start();
    app.run(work);
    return app.compared();
  }

  private static void assertVerdicts(Metrics metrics, Map<String, Integer> expected) {
    for (String verdict : metrics.labelValues(COMPARISONS, "verdict")) {
      assertThat(metrics.count(COMPARISONS, "verdict", verdict))
          .as("%s in %s", verdict, metrics)
          .isEqualTo(expected.getOrDefault(verdict, 0).longValue());
    }
  }

  private static long differences(Metrics metrics, String attribution) {
    return metrics.count(DIFFERENCES, "attribution", attribution);
  }

  @Test
  void anInsertRefusedForItsOwnValuesIsExplainedByNoOther() {
    onBothSides("create table note (id int, text varchar(40))");
    target.execute("drop table note", "create table note (id int, text varchar(5))");

    Metrics metrics =
        compared(
            scene ->
                scene.execute(
                    "a",
                    "insert into note values (1, 'short')",
                    "insert into note values (2, 'too long there')",
                    "insert into note values (3, 'too long, too')"));

    assertVerdicts(metrics, Map.of("match", 1, "error_new", 2));
    assertThat(differences(metrics, "unexplained")).as("%s", metrics).isEqualTo(2);
  }

  @Test
  void whatIsTheSameOnBothSidesMatches() {
    Metrics metrics =
        compared(
            scene -> {
              try (Connection connection = scene.connect()) {
                Shopping.readAll(connection);
                Shopping.readFirst(connection);
                Shopping.update(connection, 1);
                Shopping.update(connection, 99);
                Shopping.insertBatch(connection, 10);
                connection.setAutoCommit(false);
                Shopping.readAll(connection);
                Shopping.insert(connection, 20, "twenty");
                Shopping.executeAny(connection, "select name from item where id = 20");
                Shopping.executeAny(connection, "update item set name = 'x' where id > 10");
                connection.commit();
              }
            });
    assertVerdicts(metrics, Map.of("match", 9));
    assertThat(metrics.mirrored()).isEqualTo(9);
  }

  @Test
  void aChangedValueIsAnUnexplainedResult() {
    target.execute("update item set name = 'TWO' where id = 2");
    Metrics metrics =
        compared(
            scene -> {
              try (Connection connection = scene.connect()) {
                Shopping.readAll(connection);
                Shopping.readFirst(connection);
              }
            });
    assertVerdicts(metrics, Map.of("match", 1, "result", 1));
    assertThat(differences(metrics, "unexplained")).isEqualTo(1);
  }

  @Test
  void aColumnThatIsNotReadMakesNoDifference() {
    target.execute("update item set price = 7 where id = 1");
    Metrics metrics =
        compared(
            scene -> {
              try (Connection connection = scene.connect()) {
                Shopping.readFirst(connection);
                Shopping.executeAny(connection, "select name, price from item where id = 1");
              }
            });
    assertVerdicts(metrics, Map.of("match", 2));
  }

  @Test
  void aMissingRowIsCountedByQueriesAndUpdates() {
    target.execute("delete from item where id = 2");
    Metrics metrics =
        compared(
            "count",
            scene -> {
              try (Connection connection = scene.connect()) {
                Shopping.readAll(connection);
                Shopping.readFirst(connection);
                Shopping.update(connection, 2);
                Shopping.update(connection, 3);
                Shopping.executeAny(connection, "delete from item where id = 2");
              }
            });
    assertVerdicts(metrics, Map.of("match", 2, "row_count", 1, "update_count", 2));
  }

  @Test
  void withCountsAloneValuesAreNotLookedAt() {
    target.execute("update item set name = 'TWO' where id = 2");
    Metrics metrics =
        compared(
            "count",
            scene -> {
              try (Connection connection = scene.connect()) {
                Shopping.readAll(connection);
              }
            });
    assertVerdicts(metrics, Map.of("match", 1));
  }

  @Test
  void switchedOffNothingIsCompared() {
    Metrics metrics =
        compared(
            "off",
            scene -> {
              try (Connection connection = scene.connect()) {
                Shopping.readAll(connection);
                Shopping.update(connection, 1);
              }
            });
    assertVerdicts(metrics, Map.of("not_compared", 2));
    assertThat(metrics.count(NOT_COMPARED, "reason", "off")).isEqualTo(2);
  }

  @Test
  void oneConstraintMoreIsANewErrorAndExplainsWhatFollows() {
    target.execute("create unique index item_name on item (name)");
    Metrics metrics =
        compared(
            scene -> {
              try (Connection connection = scene.connect()) {
                connection.setAutoCommit(false);
                Shopping.update(connection, 1);
                Shopping.insert(connection, 4, "one");
                Shopping.update(connection, 2);
                connection.commit();
                Shopping.readAll(connection);
                Shopping.executeAny(connection, "select id from other");
                connection.commit();
              }
            });
    assertVerdicts(metrics, Map.of("match", 2, "error_new", 1, "row_count", 1, "not_compared", 1));
    assertThat(differences(metrics, "unexplained")).isEqualTo(1);
    assertThat(differences(metrics, "failed_before")).isEqualTo(1);
    assertThat(metrics.count(NOT_COMPARED, "reason", "transaction_failed")).isEqualTo(1);
    assertThat(metrics.failed()).isEqualTo(3);
  }

  @Test
  void whatIsDroppedExplainsDifferencesInItsTablesAlone() {
    target.execute("delete from other");
    MirroredApp app =
        apps.script(source, target)
            .set("compare.results", "checksum")
            .set("transaction.max-bytes", "8k")
            .start();
    app.run(
        scene -> {
          try (Connection connection = scene.connect()) {
            connection.setAutoCommit(false);
            for (int id = 100; id < 150; id++) {
              Shopping.insert(connection, id, "a name that takes some room");
            }
            connection.commit();
          }
          try (Connection connection = scene.connect()) {
            Shopping.readAll(connection);
            Shopping.executeAny(connection, "select id from other");
          }
        });
    Metrics metrics = app.compared();
    assertThat(metrics.dropped("transaction_too_large")).isEqualTo(50);
    assertVerdicts(metrics, Map.of("row_count", 2));
    assertThat(differences(metrics, "dropped_before")).isEqualTo(1);
    assertThat(differences(metrics, "unexplained")).isEqualTo(1);
  }

  @Test
  void whatIsNotSampledExplainsWhatItHasChanged() {
    MirroredApp app =
        apps.script(source, target)
            .set("compare.results", "checksum")
            .set("exposure", "0.5")
            .start();
    app.run(
        scene -> {
          try (Connection connection = scene.connect()) {
            for (int id = 100; id < 160; id++) {
              Shopping.insert(connection, id, "item");
              Shopping.readAll(connection);
            }
          }
        });
    Metrics metrics = app.compared();
    assertThat(differences(metrics, "unsampled_before")).isPositive();
    assertThat(differences(metrics, "unexplained")).isZero();
  }

  @Test
  void whatIsNotDeterministicIsExplainedByThat() {
    Metrics metrics =
        compared(
            scene -> {
              try (Connection connection = scene.connect()) {
                Shopping.executeAny(connection, "select current_timestamp(6)");
              }
            });
    assertVerdicts(metrics, Map.of("result", 1));
    assertThat(differences(metrics, "not_deterministic")).isEqualTo(1);
  }

  @Test
  void aResultThroughWhichRowsAreChangedIsNotCompared() {
    Metrics metrics =
        compared(
            scene -> {
              try (Connection connection = scene.connect()) {
                Shopping.changeThroughResult(connection);
              }
            });
    assertVerdicts(metrics, Map.of("match", 1, "not_compared", 1));
    assertThat(metrics.count(NOT_COMPARED, "reason", "unsupported")).isEqualTo(1);
    assertTablesEqual();
  }

  @Test
  void aStatementIsShownWithTheFrameOfTheApplicationThatExecutesIt() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          try (Connection connection = scene.connect()) {
            Shopping.update(connection, 1);
          }
        });
    app.compared();
    String id = DigestList.of(app).ids("update item set price = price + ? where id = ?").get(0);
    assertThat(app.get("/api/digests/" + id).body())
        .contains("io.jdbcmirror.tests.app.Shopping.update(Shopping.java:");
  }

  @Test
  void aResultThatIsReadLaterIsComparedLater() {
    target.execute("update item set name = 'THREE' where id = 3");
    MirroredApp app = apps.script(source, target).set("compare.results", "checksum").start();
    app.run(
        scene -> {
          Connection connection = scene.connection("slow");
          Shopping.readAll(connection); // how it is read is known from now on
          scene.keep("statement", connection.prepareStatement(Shopping.SELECT));
        });
    app.run(
        scene -> {
          PreparedStatement select = scene.kept("statement", PreparedStatement.class);
          select.setInt(1, 0);
          scene.keep("rows", select.executeQuery());
        });
    await().until(() -> app.metrics().mirrored() == 2);
    app.run(
        scene -> {
          ResultSet rows = scene.kept("rows", ResultSet.class);
          while (rows.next()) {
            rows.getInt(1);
            rows.getString("name");
            rows.getBigDecimal(3);
          }
          rows.close();
        });
    assertVerdicts(app.compared(), Map.of("result", 2));
  }
}
