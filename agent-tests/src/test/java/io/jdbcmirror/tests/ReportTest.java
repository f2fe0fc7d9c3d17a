package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Shopping;
import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TestJava;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict on a run: over HTTP, in the file, and as the exit status of a program. */
class ReportTest extends MirrorSuite {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  ReportTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createItems() {
    onBothSides(
        "create table item (id int primary key, name varchar(40), price decimal(10,2))",
        "insert into item values (1, 'one', 1.00), (2, 'two', 2.50)");
  }

  static Stream<TestJava> javas() {
    return TestJava.all();
  }

  private static Step read(int times) {
    return scene -> {
      try (Connection connection = scene.connect()) {
        for (int i = 0; i < times; i++) {
          Shopping.readAll(connection);
        }
      }
    };
  }

  /** Of an application that has ended. */
  private Path run(String minCompared, Step work) {
    Path file = folder.resolve("report-" + minCompared + ".html");
    MirroredApp app =
        apps.script(source, target)
            .set("compare.results", "checksum")
            .set("report.min-compared", minCompared)
            .set("report.file", file.toString())
            .start();
    app.run(work);
    app.drain();
    assertThat(app.exit()).isZero();
    return file;
  }

  private static Path json(Path html) {
    String name = html.getFileName().toString();
    return html.resolveSibling(name.replace(".html", ".json"));
  }

  @Test
  void aRunInWhichAllIsTheSameIsReady() throws IOException {
    Path file = run("20", read(20));

    assertThat(Files.readString(json(file)))
        .contains("\"verdict\":\"ready\"", "\"mirrored\":20", "\"changed\":0");
    assertThat(Files.readString(file))
        .contains(">Ready<", "none fails, none differs", source.name())
        .doesNotContain("is not kept");
  }

  @Test
  void aDifferenceThatNothingExplainsIsNotReady() throws IOException {
    target.execute("update item set name = 'TWO' where id = 2");
    Path file = run("20", read(20));

    assertThat(Files.readString(json(file))).contains("\"verdict\":\"not_ready\"");
    assertThat(Files.readString(file))
        .contains(">Not ready<", "report.max-unexplained=0 is not kept")
        .contains("select id, name, price from item where id &gt;= ? order by id")
        .contains("result 20", "unexplained 20");
  }

  /** A function that takes longer there, and a constraint more. */
  @Test
  void whatIsSlowerAndWhatFailsIsNamedAndNothingElse() throws IOException {
    source.execute(function("select 1"));
    target.execute(
        function("select 1 from pg_sleep(0.004)"),
        "alter table item add constraint cheap check (price < 5)");
    Step reading = read(20);
    Path file =
        run(
            "20",
            scene -> {
              reading.run(scene);
              for (int i = 0; i < 400; i++) {
                scene.execute("a", "select stock()");
              }
              Shopping.insert(scene.connection("b"), 7, "seven");
            });

    String html = Files.readString(file);
    assertThat(html)
        .contains("report.max-time-ratio=1.5 is not kept", "report.max-error-share=0.001 is not")
        .contains("The first 2 of 2 statements")
        .containsSubsequence(": slower<", "select stock()", "insert into item", "query 23514 1")
        .doesNotContain("order by id");
  }

  private static String function(String body) {
    return "create function stock() returns int language sql as '" + body + "'";
  }

  @Test
  void aRunThatIsTooSmallIsNotEnoughData() throws IOException {
    Path file = run("21", read(20));

    assertThat(Files.readString(json(file))).contains("\"verdict\":\"not_enough_data\"");
    assertThat(Files.readString(file))
        .contains(">Not enough data<", "report.min-compared=21 is not kept");
  }

  @Test
  void theReportIsThereWhileTheApplicationRuns() throws IOException {
    Path file = folder.resolve("running.html");
    MirroredApp app =
        apps.script(source, target)
            .set("report.min-compared", "20")
            .set("report.file", file.toString())
            .start();
    app.run(read(20));
    app.drain();

    await().atMost(LIMIT).until(() -> Files.exists(file) && Files.exists(json(file)));
    assertThat(app.get("/report").body()).contains(">Ready<");
    assertThat(app.get("/report.json").body()).contains("\"verdict\":\"ready\"");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, json(file));
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidOnceAndHarmsNothing() throws IOException {
    Files.createDirectory(folder.resolve("report.json.tmp"));
    MirroredApp app =
        apps.script(source, target)
            .set("report.file", folder.resolve("report.html").toString())
            .start();
    app.run(read(20));
    assertThat(app.drain().mirrored()).isEqualTo(20);
    app.process().stderr().await("cannot be written");

    assertThat(app.exit()).isZero();
    assertThat(app.process().stderr().all().stream().filter(line -> line.contains("report.file=")))
        .filteredOn(line -> line.contains("cannot be written"))
        .hasSize(1);
    assertThat(app.stderr()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void theProgramsExitStatusIsTheVerdict(TestJava java) throws IOException {
    Path ready = json(run("20", read(20)));
    Path small = json(run("21", read(20)));
    target.execute("update item set name = 'TWO' where id = 2");
    Path different = json(run("19", read(20)));

    assertThat(program(java, 0, "report", ready.toString())).contains("Ready", source.name());
    assertThat(program(java, 3, "report", different.toString()))
        .contains("Not ready", "report.max-unexplained=0 is not kept", "order by id");
    assertThat(program(java, 4, "report", small.toString())).contains("Not enough data");
    assertThat(program(java, 0, "report", "--help")).contains("FILE.json", "not enough data");
    assertThat(program(java, 0, "--help")).contains("report");
    assertThat(program(java, 0, "--version")).startsWith("jdbc-mirror ");
  }

  @ParameterizedTest
  @MethodSource("javas")
  void whatCannotBeReadOrIsWrongUsageIsSaid(TestJava java) throws IOException {
    Path other = Files.writeString(folder.resolve("other.json"), "{\"verdict\":\"ready\"}");
    for (Path file : List.of(other, folder.resolve("missing.json"), folder)) {
      assertThat(program(java, 1, "report", file.toString())).isEmpty();
    }
    assertThat(program(java, 2)).isEmpty();
    assertThat(program(java, 2, "report")).isEmpty();
    assertThat(program(java, 2, "report", "one.json", "two.json")).isEmpty();
    assertThat(program(java, 2, "repair")).isEmpty();
    assertThat(program(java, 2, "report", "--verbose", other.toString())).isEmpty();
  }

  /** What it says on standard output; on standard error it says nothing, or why it failed. */
  private String program(TestJava java, int status, String... arguments) {
    ForkedApp program =
        apps.closing(
            ForkedApp.ofJar(ForkedApp.agentJar())
                .java(java.executable())
                .arguments(arguments)
                .start());
    assertThat(program.awaitExit()).as("%s", List.of(arguments)).isEqualTo(status);
    boolean failed = status == 1 || status == 2;
    assertThat(program.stderr().text().isEmpty()).isEqualTo(!failed);
    assertThat(program.stderr().text()).doesNotContain("\tat ", "Exception");
    if (status == 1) {
      assertThat(program.stderr().all()).hasSize(1);
    }
    return program.stdout().text();
  }
}
