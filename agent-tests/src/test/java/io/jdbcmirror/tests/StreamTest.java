package io.jdbcmirror.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.AllStreams;
import io.jdbcmirror.tests.app.LoggingStream;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the driver reads from the application's streams is what the target gets. */
@ParameterizedClass(name = "{0}")
@EnumSource
class StreamTest extends MirrorSuite {
  StreamTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void everyStreamRoundTrips() {
    onBothSides(schema());
    MirroredApp app = mirror();
    List<String> bound =
        app.ask(
            scene -> {
              scene.connection("a").setAutoCommit(false);
              return AllStreams.fill(scene.connection("a"));
            });

    Metrics metrics = app.drain();
    assertThat(rows(target)).isEqualTo(rows(source)).hasSameSizeAs(bound);
    assertThat(metrics.mirrored()).isEqualTo(bound.size());
    assertThat(bound)
        .contains("setBinaryStream", "setBinaryStream long", "setCharacterStream large");
  }

  @Test
  void aBatchGetsTheStreamOfEachRow() {
    onBothSides(schema());
    MirroredApp app = mirror();
    app.run(
        scene -> {
          try (PreparedStatement insert = insert(scene)) {
            for (int id = 1; id <= 20; id++) {
              byte[] bytes = ("row " + id).getBytes(UTF_8);
              insert.setInt(1, id);
              insert.setBinaryStream(2, new ByteArrayInputStream(bytes), bytes.length);
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });

    app.drain();
    assertThat(rows(target)).isEqualTo(rows(source)).hasSize(20);
  }

  @Test
  void aStreamThatIsUsedUpIsNotSentAgain() {
    onBothSides(schema());
    MirroredApp app = mirror();
    app.run(
        scene -> {
          try (PreparedStatement insert = insert(scene)) {
            insert.setBinaryStream(2, new ByteArrayInputStream("once".getBytes(UTF_8)));
            for (int id = 1; id <= 2; id++) {
              insert.setInt(1, id);
              insert.executeUpdate();
            }
            insert.setInt(1, 3);
            insert.setBytes(2, new byte[] {1});
            insert.executeUpdate();
          }
        });

    app.drain();
    assertThat(rows(source)).hasSize(3).containsAll(rows(target));
    assertThat(target.rows("select id from v")).contains("1", "3");
  }

  @Test
  void whatIsOverTheBoundIsCountedAndItsTransactionLeftOut() {
    onBothSides(schema());
    MirroredApp app = apps.script(source, target).set("parameter.max-bytes", "64k").start();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "insert into v (id) values (1)");
          try (PreparedStatement insert = insert(scene)) {
            insert.setInt(1, 2);
            insert.setBinaryStream(2, new ByteArrayInputStream(new byte[65_537]));
            insert.executeUpdate();
          }
          scene.connection("a").commit();
          try (PreparedStatement insert = insert(scene)) {
            insert.setInt(1, 3);
            insert.setBinaryStream(2, new ByteArrayInputStream(new byte[65_536]));
            insert.executeUpdate();
          }
          scene.connection("a").commit();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("parameters_not_captured")).isEqualTo(2);
    assertThat(target.rows("select id from v")).containsExactly("3");
    assertThat(source.count("v")).isEqualTo(3);
  }

  @Test
  void theApplicationsStreamIsReadAsWithoutTheAgent() {
    onBothSides(schema());
    List<String> calls = new ArrayList<>();
    try (Connection connection = source.connect()) {
      calls.addAll(LoggingStream.insertedBy(connection));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    MirroredApp app = mirror();
    List<String> mirrored =
        app.ask(
            scene -> {
              scene.execute("a", "delete from v");
              return LoggingStream.insertedBy(scene.connection("a"));
            });

    app.drain();
    assertThat(mirrored).isEqualTo(calls).isNotEmpty();
    assertThat(rows(target)).isEqualTo(rows(source)).hasSize(1);
  }

  @Test
  void aStreamThatThrowsFailsTheStatementAndNothingElse() {
    onBothSides(schema());
    MirroredApp app = mirror();
    String message =
        app.ask(
            scene -> {
              try (PreparedStatement insert = insert(scene)) {
                insert.setInt(1, 1);
                insert.setBinaryStream(2, new LoggingStream(10));
                insert.executeUpdate();
                return "";
              } catch (SQLException e) {
                return root(e).toString();
              }
            });
    app.run(scene -> scene.connect().createStatement().execute("insert into v (id) values (2)"));

    app.drain();
    assertThat(message).isEqualTo("java.io.IOException: at 10");
    assertThat(target.rows("select id from v")).containsExactly("2");
    assertThat(source.count("v")).isOne();
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  private static PreparedStatement insert(Scene scene) throws SQLException {
    return scene.connection("a").prepareStatement("insert into v (id, c_bytes) values (?, ?)");
  }

  private String schema() {
    return switch (vendor) {
      case POSTGRES ->
          "create table v (id int primary key, how text, c_text text, c_bytes bytea, c_blob oid)";
      case MARIADB ->
          "create table v (id int primary key, how text, c_text longtext, c_bytes longblob,"
              + " c_blob longblob)";
      default ->
          "create table v (id int primary key, how varchar(60), c_text varchar(200000),"
              + " c_bytes varbinary(200000), c_blob blob)";
    };
  }

  /** Long contents as their beginning and their hash. */
  private List<String> rows(Database database) {
    return database.rows(contents()).stream()
        .map(row -> row.length() < 99 ? row : row.substring(0, 99) + "... " + row.hashCode())
        .toList();
  }

  /** On PostgreSQL a large object is known by its number, which each side gives its own. */
  private String contents() {
    return isPostgres()
        ? "select id, how, c_text, c_bytes, lo_get(c_blob) from v order by id"
        : "select * from v order by id";
  }
}
