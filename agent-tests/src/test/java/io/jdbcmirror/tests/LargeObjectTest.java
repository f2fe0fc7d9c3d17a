package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.AllObjects;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the driver reads of a large object is what the target gets in one of its own. */
@OnEachVendor
class LargeObjectTest extends MirrorSuite {
  LargeObjectTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void everyKindRoundTrips() {
    onBothSides(schema());
    MirroredApp app = mirror();
    List<String> bound =
        app.ask(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              return AllObjects.fill(scene.connection("a"));
            });

    Metrics metrics = app.drain();
    assertThat(rows(target)).isEqualTo(rows(source)).hasSameSizeAs(bound);
    assertThat(metrics.discarded("parameters_not_captured")).isZero();
    assertThat(bound).contains("setBlob foreign", "setBlob of a row", "setClob foreign");
  }

  @Test
  void whatDriversDoToBindOneIsNoRequestInAnUnsampledTransaction() {
    onBothSides(schema());
    MirroredApp app = apps.script(source, target).set("exposure", "0").start();
    int queries =
        app.ask(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              return AllObjects.fill(scene.connection("a")).size();
            });

    Metrics metrics = app.drain();
    int ofTheRow = 1;
    assertThat(metrics.unsampled()).isEqualTo(queries + ofTheRow);
  }

  private String schema() {
    return switch (vendor) {
      case POSTGRES ->
          "create table v (id int primary key, how text, c_blob oid, c_clob oid, c_xml xml)";
      case MARIADB ->
          "create table v (id int primary key, how text, c_blob longblob, c_clob longtext,"
              + " c_xml longtext)";
      default ->
          "create table v (id int primary key, how varchar(60), c_blob blob, c_clob clob,"
              + " c_xml clob)";
    };
  }

  /** Long contents as their beginning and their hash. */
  private List<String> rows(Database database) {
    String query =
        isPostgres()
            ? "select id, how, lo_get(c_blob), lo_get(c_clob), c_xml from v order by id"
            : "select * from v order by id";
    return database.rows(query).stream()
        .map(row -> row.length() < 99 ? row : row.substring(0, 99) + "... " + row.hashCode())
        .toList();
  }
}
