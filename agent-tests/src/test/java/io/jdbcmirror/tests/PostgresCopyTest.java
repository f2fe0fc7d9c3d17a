package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.copy.PGCopyInputStream;
import org.postgresql.copy.PGCopyOutputStream;
import org.postgresql.core.BaseConnection;
import org.postgresql.util.ByteBufferByteStreamWriter;

/** COPY through pgjdbc's own API is mirrored. */
class PostgresCopyTest extends MirrorSuite {
  private static final String COPY = "copy t from stdin";

  PostgresCopyTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key, v text)");
  }

  @Test
  void everyFormOfCopyInIsOneRequest() {
    MirroredApp app = mirror();
    app.run(PostgresCopyTest::copyInAllForms);

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(9);
    assertThat(metrics.mirrored()).isEqualTo(9);
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(18);
  }

  private static void copyInAllForms(Scene scene) throws Exception {
    Connection connection = scene.connection("a");
    CopyManager copy = copyOf(scene, "a");
    copy.copyIn(COPY, stream("1\tone\n2\t\u00e9\u20ac\n"));
    copy.copyIn(COPY, stream("3\tthree\n4\t\\N\n"), 3);
    copy.copyIn(COPY, new StringReader("5\tfive\n6\t\ud83d\ude00\n"));
    copy.copyIn(COPY, new StringReader("7\tseven\n8\t\ud83d\ude00\n"), 5);
    copy.copyIn(COPY, new ByteBufferByteStreamWriter(ByteBuffer.wrap(bytes("9\tx\n10\ty\n"))));
    byte[] own = bytes("11\tx\n12\ty\n");
    copy.copyIn(COPY, writer(own));
    CopyIn operation = copy.copyIn(COPY);
    byte[] reused = bytes("##13\tx\n##");
    operation.writeToCopy(reused, 2, 5);
    operation.flushCopy();
    reused[3] = '4';
    operation.writeToCopy(reused, 2, 5);
    java.util.Arrays.fill(reused, (byte) '9');
    operation.endCopy();
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (OutputStream out = new PGCopyOutputStream(postgres, COPY, 4)) {
      out.write(bytes("15\tx\n16\t"));
      out.write('y');
      out.write('\n');
    }
    new CopyManager(connection.unwrap(BaseConnection.class))
        .copyIn("copy t (v, id) from stdin with (format csv)", stream("\"a,b\",17\nx,18\n"));
  }

  @Test
  void aCopyIsPartOfItsTransaction() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          scene.execute("a", "insert into t values (1)");
          copyOf(scene, "a").copyIn(COPY, stream("2\tx\n"));
          scene.execute("a", "update t set v = 'seen' where id = 2");
          connection.commit();
          copyOf(scene, "a").copyIn(COPY, stream("3\tx\n"));
          connection.rollback();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.transactions("mirrored")).isOne();
    assertThat(metrics.mirrored()).isEqualTo(3);
    assertThat(metrics.discarded("rolled_back")).isOne();
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(2);
  }

  @Test
  void aCopyThatFailsOrIsCancelledHasNoEffect() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          CopyManager copy = copyOf(scene, "a");
          fails(() -> copy.copyIn(COPY, stream("x\n")));
          fails(() -> copy.copyIn("copy nowhere from stdin", stream("x\n")));
          fails(() -> copy.copyIn(COPY, broken()));
          CopyIn operation = copy.copyIn(COPY);
          operation.writeToCopy(bytes("1\tx\n"), 0, 4);
          operation.cancelCopy();
          copy.copyIn(COPY, stream("2\tx\n"));
        });

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("source_error")).isEqualTo(4);
    assertThat(metrics.mirrored()).isOne();
    assertTablesEqual();
    assertThat(target.rows("select id from t")).containsExactly("2");
  }

  @Test
  void aFailedCopyDoomsItsTransaction() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          connection.setAutoCommit(false);
          scene.execute("a", "insert into t values (1)");
          fails(() -> copyOf(scene, "a").copyIn(COPY, stream("x\n")));
          connection.rollback();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.discarded("rolled_back")).isOne();
    assertThat(metrics.discarded("source_error")).isOne();
    assertThat(target.count("t")).isZero();
  }

  @Test
  void aCopyThatIsAbandonedIsCounted() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          CopyIn operation = copyOf(scene, "a").copyIn(COPY);
          operation.writeToCopy(bytes("1\tx\n"), 0, 4);
          scene.close("a");
        });

    assertThat(app.drain().discarded("source_error")).isOne();
    assertTablesEqual();
  }

  @Test
  void whatIsTooLargeIsDroppedAndItsBytesAreGivenBack() {
    MirroredApp app = apps.script(source, target).set("transaction.max-bytes", "64k").start();
    app.run(
        scene -> {
          copyOf(scene, "a").copyIn(COPY, stream("1\t" + "x".repeat(100_000) + "\n"));
          copyOf(scene, "a").copyIn(COPY, stream("2\t" + "x".repeat(10_000) + "\n"));
        });

    Metrics metrics = app.drain();
    assertThat(metrics.dropped("transaction_too_large")).isOne();
    assertThat(metrics.mirrored()).isOne();
    assertThat(metrics.value("mirror_queue_bytes")).isZero();
    assertThat(target.rows("select id from t")).containsExactly("2");
  }

  @Test
  void whatIsNotSampledIsNotRecorded() {
    MirroredApp app = apps.script(source, target).set("exposure", "0").start();
    app.run(scene -> copyOf(scene, "a").copyIn(COPY, writer(bytes("1\tx\n"))));

    assertThat(app.drain().unsampled()).isOne();
    assertThat(source.count("t")).isOne();
    assertThat(target.count("t")).isZero();
  }

  @Test
  void aCopyOutIsMirroredAsTheQueryThatItIs() {
    onBothSides("insert into t values (1, 'a'), (2, 'b')", "create sequence s");
    MirroredApp app = mirror();
    app.run(PostgresCopyTest::copyOutAllForms);

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).isEqualTo(4);
    assertThat(metrics.mirrored()).isEqualTo(3);
    assertThat(metrics.discarded("source_error")).isOne();
    assertThat(metrics.failed()).isZero();
    assertThat(target.rows("select last_value from s")).containsExactly("2");
  }

  private static void copyOutAllForms(Scene scene) throws Exception {
    CopyManager copy = copyOf(scene, "a");
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    copy.copyOut("copy t to stdout", read);
    if (!read.toString(StandardCharsets.UTF_8).equals("1\ta\n2\tb\n")) {
      throw new AssertionError("the application reads something else: " + read);
    }
    CopyOut operation = copy.copyOut("copy (select nextval('s') from t) to stdout");
    while (operation.readFromCopy(false) != null || operation.isActive()) {
      // to the end, whatever comes when
    }
    PGConnection postgres = scene.connection("a").unwrap(PGConnection.class);
    try (InputStream in = new PGCopyInputStream(postgres, "copy t to stdout")) {
      in.readAllBytes();
    }
    fails(() -> copy.copyOut("copy (select 1 / 0 from t) to stdout", new ByteArrayOutputStream()));
  }

  @Test
  void aCopyOfAProgramIsNeverMirrored() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          String copy = "copy t (id) from program 'echo 1'";
          fails(() -> copyOf(scene, "a").copyIn(copy)); // and yet it is done
          scene.execute("a", "insert into t values (2)");
        });

    assertThat(app.drain().mirrored()).isOne();
    assertThat(source.count("t")).isEqualTo(2);
    assertThat(target.rows("select id from t")).containsExactly("2");
  }

  @Test
  void aTargetWithoutCopyRefusesIt() {
    Database h2 = Vendor.H2.target().createDatabase("copy");
    h2.execute("create table t (id int primary key, v varchar(20))");
    MirroredApp app = apps.script(source, h2.url(), h2).start();
    app.run(scene -> copyOf(scene, "a").copyIn(COPY, stream("1\tx\n")));

    Metrics metrics = app.drain();
    assertThat(metrics.failed()).isOne();
    assertThat(metrics.errors("query")).isOne();
    assertThat(app.stderr()).contains("0A000");
    assertThat(h2.count("t")).isZero();
  }

  private static CopyManager copyOf(Scene scene, String name) throws SQLException {
    return scene.connection(name).unwrap(PGConnection.class).getCopyAPI();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(bytes(text));
  }

  private static org.postgresql.util.ByteStreamWriter writer(byte[] data) {
    return new org.postgresql.util.ByteStreamWriter() {
      @Override
      public int getLength() {
        return data.length;
      }

      @Override
      public void writeTo(ByteStreamTarget target) throws IOException {
        target.getOutputStream().write(data[0]);
        target.getOutputStream().write(data, 1, data.length - 1);
      }
    };
  }

  private static InputStream broken() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("on purpose");
      }
    };
  }

  private interface Call {
    void make() throws SQLException, IOException;
  }

  private static void fails(Call call) {
    try {
      call.make();
    } catch (SQLException | IOException e) {
      return;
    }
    throw new AssertionError("it has not failed");
  }
}
