package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Failing;
import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What fails on the source is run on the target, too, where that is wanted and leaves nothing. */
@ParameterizedClass(name = "{0}")
@EnumSource(Vendor.class)
class SourceErrorTest extends MirrorSuite {
  private static final String COMPARED = "mirror_source_errors_compared_total";
  private static final Step WORK =
      scene -> {
        try (Connection connection = scene.connect();
            Statement statement = connection.createStatement()) {
          Failing.run(
              connection,
              "select extra from item", // a column of the target's alone
              "select (select id from item) from only_there", // a table there, and another error
              "select nothing from item",
              "insert into item (id, name) values (1, 'again')", // on both: the key
              "insert into item (id, name) values (9, 'one')", // here alone: the name
              "drop table only_there");
          connection.setAutoCommit(false);
          statement.execute("insert into item (id, name) values (10, 'ten')");
          Failing.run(connection, "select nothing from item"); // behind work the target lacks
          connection.rollback();
          Failing.run(connection, "select extra from item");
          connection.rollback();
          connection.setAutoCommit(true);
          statement.execute("select id from item");
        }
      };

  SourceErrorTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createItems() {
    onBothSides(
        "create table item (id int primary key, name varchar(40))",
        "insert into item values (1, 'one'), (2, 'two')");
    source.execute("alter table item add constraint named_once unique (name)");
    target.execute(
        "alter table item add column extra int",
        "create table only_there (id int)",
        "insert into only_there values (1)");
  }

  /**
   * @param compared how many of the source's errors
   */
  private Metrics run(String wanted, int compared) {
    MirroredApp app = apps.script(source, target).set("compare.source-errors", wanted).start();
    app.run(WORK);
    app.drain();
    await().until(() -> app.metrics().count(COMPARED) >= compared);
    return app.compared();
  }

  private static long verdict(Metrics metrics, String verdict) {
    return metrics.count("mirror_comparisons_total", "verdict", verdict);
  }

  @Test
  void anErrorIsMissingOrAnotherOrTheSame() {
    Metrics metrics = run("true", 6);
    boolean triesWrites = vendor != Vendor.MARIADB;

    assertThat(metrics.discarded("source_error")).as("%s", metrics).isEqualTo(8);
    assertThat(metrics.count(COMPARED)).isEqualTo(6);
    assertThat(verdict(metrics, "error_missing")).as("%s", metrics).isEqualTo(triesWrites ? 3 : 2);
    assertThat(verdict(metrics, "error_different")).isEqualTo(1);
    assertThat(verdict(metrics, "match")).isEqualTo(triesWrites ? 3 : 2);
    assertThat(metrics.count("mirror_not_compared_total", "reason", "unsupported"))
        .isEqualTo(triesWrites ? 0 : 2);
    assertThat(metrics.count("mirror_differences_total", "attribution", "unexplained"))
        .isEqualTo(triesWrites ? 4 : 3);
    assertThat(metrics.count("mirror_errors_total")).as("they are none of the target's").isZero();
    assertTargetIsAsBefore();
  }

  @Test
  void unlessItIsWantedNothingIsTried() {
    Metrics metrics = run("false", 0);

    assertThat(metrics.discarded("source_error")).as("%s", metrics).isEqualTo(8);
    assertThat(metrics.count(COMPARED)).isZero();
    assertThat(metrics.count("mirror_comparisons_total")).isEqualTo(1);
    assertTargetIsAsBefore();
  }

  private void assertTargetIsAsBefore() {
    assertThat(target.rows("select id, name from item order by id"))
        .isEqualTo(source.rows("select id, name from item order by id"))
        .containsExactly("1|one", "2|two");
    assertThat(target.count("only_there")).isEqualTo(1);
  }
}
