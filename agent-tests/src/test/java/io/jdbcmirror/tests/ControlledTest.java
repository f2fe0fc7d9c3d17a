package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exposure that is changed while the application runs. */
class ControlledTest extends MirrorSuite {
  private static final String TOKEN = "canary-0123456789";

  @TempDir Path folder;

  ControlledTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createTables() {
    onBothSides("create table t (id int)", "create schema other", "create table other.t (id int)");
  }

  @Test
  void whilePausedNothingIsMirroredAndAllIsCounted() throws IOException {
    MirroredApp app = controlled();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));
    assertThat(app.drain().value("mirror_exposure")).isOne();

    assertThat(app.post("/api/pause", "", TOKEN)).isEqualTo("exposure 1.0, paused\n");
    // The roll for its next transaction was made when the last one ended.
    app.run(scene -> scene.execute("a", "insert into t values (2)"));
    app.run(scene -> scene.execute("a", "insert into t values (3)"));
    app.run(scene -> scene.execute("new", "insert into t values (4)"));
    Metrics paused = app.drain();
    assertThat(paused.mirrored()).isEqualTo(2);
    assertThat(paused.unsampled()).isEqualTo(2);
    assertThat(paused.value("mirror_exposure")).isZero();
    assertThat(app.get("/api/status").body())
        .contains(
            "\"state\":\"paused\"", "\"exposure\":{\"set\":1.0,\"paused\":true,\"ramp\":null}");

    assertThat(app.post("/api/resume", "", TOKEN)).isEqualTo("exposure 1.0\n");
    app.run(scene -> scene.execute("a", "insert into t values (5)"));
    app.run(scene -> scene.execute("a", "insert into t values (6)"));
    assertThat(app.drain().mirrored()).isEqualTo(3);
    assertThat(app.get("/api/status").body()).contains("\"state\":\"mirroring\"");
    assertThat(target.rows("select id from t order by id")).containsExactly("1", "2", "6");
  }

  @Test
  void aPauseAndItsEndAreTheBeginningOfWhatIsSaid() throws IOException {
    MirroredApp app = controlled();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));
    app.drain();
    Instant mirroring = app.since();
    app.post("/api/pause", "", TOKEN);
    Instant paused = app.since();
    app.post("/api/pause", "", TOKEN);
    assertThat(app.since()).isEqualTo(paused).isAfter(mirroring);

    app.post("/api/resume", "", TOKEN);
    Instant resumed = app.since();
    app.post("/api/resume", "", TOKEN);
    assertThat(app.since()).isEqualTo(resumed).isAfterOrEqualTo(paused);
  }

  @Test
  void whatIsOpenAtThePauseGoesOnAndWhatIsSetInItHolds() throws IOException {
    MirroredApp app = controlled();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "insert into t values (1)");
        });
    app.post("/api/pause", "", TOKEN);
    app.run(
        scene -> {
          scene.execute("a", "insert into t values (2)");
          scene.connection("a").commit();
          scene.execute("a", "set search_path to other", "insert into t values (3)");
          scene.connection("a").commit();
        });
    Metrics paused = app.drain();
    assertThat(paused.mirrored()).isEqualTo(2);
    assertThat(paused.unsampled()).isEqualTo(2);
    app.post("/api/resume", "", TOKEN);
    app.run(
        scene -> {
          scene.execute("a", "insert into t values (4)");
          scene.connection("a").commit();
          scene.execute("a", "insert into t values (5)");
          scene.connection("a").commit();
        });
    app.drain();
    assertThat(target.rows("select id from t order by id")).containsExactly("1", "2");
    assertThat(target.rows("select id from other.t")).containsExactly("5");
  }

  @Test
  void eachChangeIsOneLineAndTheTokenIsInNone() throws IOException {
    MirroredApp app = controlled();
    app.run(scene -> scene.execute("a", "select 1"));
    app.post("/api/exposure", "1.0", TOKEN);
    app.post("/api/exposure", "0.5", TOKEN);
    app.post("/api/pause", "", TOKEN);
    app.post("/api/pause", "", TOKEN);
    app.post("/api/exposure", "0.25", TOKEN);
    app.post("/api/resume", "", TOKEN);

    app.process().stderr().await("control: resumed");
    String from = ", asked for by 127\\.0\\.0\\.1, port \\d+";
    List<String> said = app.process().stderr().all();
    List<String> changes = said.stream().filter(line -> line.contains("control: ")).toList();
    List<String> expected =
        Stream.of(
                "exposure 0.5 instead of 1.0",
                "paused, exposure 0.0 instead of 0.5",
                "exposure 0.25 instead of 0.5 after the pause",
                "resumed, exposure 0.25 instead of 0.0")
            .map(change -> "jdbc-mirror: control: " + change.replace(".", "\\.") + from)
            .toList();
    assertThat(changes).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(changes.get(i)).matches(expected.get(i));
    }
    assertThat(app.stderr()).doesNotContain(TOKEN);
    for (String path : new String[] {"/metrics", "/api/status", "/"}) {
      assertThat(app.get(path).body()).as(path).doesNotContain(TOKEN);
    }
  }

  private MirroredApp controlled() throws IOException {
    Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    return apps.script(source, target).set("control.token-file", token.toString()).start();
  }
}
