package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Impostor;
import io.jdbcmirror.tests.fixture.Impostor.Answer;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A target that answers with malice: nothing of it reaches the application, or its memory. */
class HostileTargetTest {
  private static final String TRIGGER = "hostile";
  private static final int KIB = 1024;

  @RegisterExtension final Apps apps = new Apps();

  @TempDir Path folder;

  @Test
  void postgresRowsWithoutEndAreNotReadOn() {
    assertFailedOnce(Vendor.POSTGRES, HostileTargetTest::endlessRows);
  }

  @Test
  void aPostgresRowOfAGigabyteFindsNoRoom() {
    Metrics metrics = meet(Vendor.POSTGRES, HostileTargetTest::giantRow);
    assertThat(metrics.mirrored() + metrics.failed()).isEqualTo(3);
  }

  @Test
  void aPostgresErrorTextWithoutEndIsNotReadOn() {
    assertFailedOnce(Vendor.POSTGRES, HostileTargetTest::endlessError);
  }

  @Test
  void garbageFromPostgresBreaksTheConnectionAlone() {
    Metrics metrics = meet(Vendor.POSTGRES, HostileTargetTest::garbage);
    assertThat(metrics.mirrored() + metrics.failed()).isEqualTo(3);
  }

  @Test
  void aLoginThatIsAnsweredWithoutEndIsTriedAgain() {
    Database target = Vendor.POSTGRES.target().createDatabase("target");
    Impostor impostor =
        apps.closing(
            new Impostor(target.server().port(), target.name(), HostileTargetTest::endlessError));
    Metrics metrics = meet(Vendor.POSTGRES, target, url(target, impostor), impostor);

    assertThat(metrics.mirrored()).isEqualTo(3);
    assertThat(metrics.errors("connection")).isOne();
  }

  @Test
  void aParameterThatRunsStatementsIsRefusedAtTheStart() {
    Database source = Vendor.H2.source().createDatabase("source");
    Database target = Vendor.H2.target().createDatabase("target");
    source.execute("create table t (id int)");
    String url = target.url() + ";INIT=create table evil (id int)";
    MirroredApp app = apps.script(source, url, target).start();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));

    assertThat(app.exit()).isZero();
    assertThat(app.stderr())
        .contains("error: target.url has the parameter INIT,")
        .contains("the application runs unmirrored");
    assertThat(
            target.rows(
                "select table_name from information_schema.tables where table_name = 'EVIL'"))
        .isEmpty();
  }

  @Test
  void mariaDbPacketsWithoutEndAreNotReadOn() {
    assertFailedOnce(Vendor.MARIADB, HostileTargetTest::endlessPackets);
  }

  @Test
  void garbageFromMariaDbBreaksTheConnectionAlone() {
    Metrics metrics = meet(Vendor.MARIADB, HostileTargetTest::garbage);
    assertThat(metrics.mirrored() + metrics.failed()).isEqualTo(3);
  }

  @Test
  void aFileThatMariaDbAsksForIsNotSent() throws Exception {
    Path file = Files.writeString(folder.resolve("secret.txt"), "canary-of-a-file");
    Database target = Vendor.MARIADB.target().createDatabase("target");
    Impostor impostor = impostor(target, client -> askFor(file, client));
    String url = url(target, impostor) + "&allowLocalInfile=true"; // the operator has it on
    Metrics metrics = meet(Vendor.MARIADB, target, url, impostor);

    assertThat(impostor.heard()).doesNotContain("canary-of-a-file");
    assertThat(metrics.mirrored() + metrics.failed()).isEqualTo(3);
  }

  private void assertFailedOnce(Vendor vendor, Answer answer) {
    Metrics metrics = meet(vendor, answer);
    assertThat(metrics.failed()).as("%s", metrics).isOne();
    assertThat(metrics.mirrored()).isEqualTo(2);
    assertThat(metrics.errors("io")).isOne();
  }

  private Metrics meet(Vendor vendor, Answer answer) {
    Database target = vendor.target().createDatabase("target");
    Impostor impostor = impostor(target, answer);
    return meet(vendor, target, url(target, impostor), impostor);
  }

  private Metrics meet(Vendor vendor, Database target, String targetUrl, Impostor impostor) {
    Database source = vendor.source().createDatabase("source");
    MirroredApp app =
        apps.script(source, targetUrl, target)
            .set("target.max-result-bytes", "1m")
            .set("target.connect-timeout", "1s")
            .set("target.statement-timeout", "2s")
            .start();
    Metrics metrics = run(app, source, target);
    assertThat(impostor.hasTurned()).isTrue();
    return metrics;
  }

  /** Three requests, the second of which meets the impostor. */
  private static Metrics run(MirroredApp app, Database source, Database target) {
    for (Database side : new Database[] {source, target}) {
      side.execute("create table t (id int)");
    }
    app.run(scene -> scene.execute("a", "insert into t values (1)"));
    app.drain();
    app.run(scene -> scene.execute("a", "select '" + TRIGGER + "'", "insert into t values (2)"));
    Metrics metrics = app.drain();
    assertThat(source.count("t")).isEqualTo(2);
    assertThat(target.rows("select id from t order by id")).containsExactly("1", "2");
    assertThat(app.process().isAlive()).isTrue();
    assertThat(app.process().stdout().all())
        .allMatch(line -> line.startsWith("=> ") || line.equals("ready"));
    assertThat(app.stderr()).doesNotContain("OutOfMemoryError").doesNotContain("\tat ");
    return metrics;
  }

  private Impostor impostor(Database target, Answer answer) {
    return apps.closing(new Impostor(target.server().port(), TRIGGER, answer));
  }

  private static String url(Database target, Impostor impostor) {
    return target.server().url("127.0.0.1", impostor.port(), target.name());
  }

  // PostgreSQL: type, length with itself, content.

  private static void endlessRows(OutputStream client) throws IOException {
    DataOutputStream out = described(client);
    while (true) {
      message(out, 'D', 2 + 4 + KIB);
      out.writeShort(1);
      out.writeInt(KIB);
      out.write(new byte[KIB]);
    }
  }

  private static void giantRow(OutputStream client) throws IOException {
    DataOutputStream out = described(client);
    message(out, 'D', 1 << 30);
    out.writeShort(1);
    out.writeInt((1 << 30) - 6);
    zeros(out);
  }

  private static void endlessError(OutputStream client) throws IOException {
    DataOutputStream out = new DataOutputStream(client);
    message(out, 'E', 64 * KIB * KIB);
    out.writeBytes("SERROR\0C42000\0M");
    zeros(out);
  }

  private static DataOutputStream described(OutputStream client) throws IOException {
    DataOutputStream out = new DataOutputStream(client);
    message(out, '1', 0);
    message(out, '2', 0);
    message(out, 'T', 2 + 2 + 18);
    out.writeShort(1);
    out.writeBytes("c\0");
    out.write(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 25, -1, -1, -1, -1, -1, -1, 0, 0}); // a text
    return out;
  }

  private static void message(DataOutputStream out, char type, int length) throws IOException {
    out.writeByte(type);
    out.writeInt(4 + length);
  }

  // MariaDB: length in three bytes, number, content; the longest goes on in the next.

  private static void endlessPackets(OutputStream client) throws IOException {
    for (int number = 1; ; number++) {
      client.write(new byte[] {-1, -1, -1, (byte) number});
      client.write(new byte[0xFFFFFF]);
    }
  }

  private static void askFor(Path file, OutputStream client) throws IOException {
    byte[] name = file.toString().getBytes(StandardCharsets.UTF_8);
    client.write(new byte[] {(byte) (1 + name.length), 0, 0, 1, (byte) 0xFB});
    client.write(name);
  }

  private static void garbage(OutputStream client) throws IOException {
    byte[] bytes = new byte[64 * KIB];
    new Random(4711).nextBytes(bytes);
    client.write(bytes);
  }

  private static void zeros(OutputStream client) throws IOException {
    while (true) {
      client.write(new byte[KIB]);
    }
  }
}
