package io.jdbcmirror.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Comparison;
import io.jdbcmirror.metrics.DigestName;
import io.jdbcmirror.metrics.PrometheusRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report's two files. */
@Timeout(60)
class ReportFileTest {
  @TempDir private Path folder;

  private final PrometheusRecorder recorder = new PrometheusRecorder("test");

  private ReportFile file(String name) throws Exception {
    Config config = Config.load("report.min-compared=1", new Properties(), Map.of());
    return new ReportFile(new Report(config, recorder), folder.resolve(name).toFile());
  }

  private void compare() {
    recorder
        .database("shop")
        .digests()
        .compared(new DigestName("0a", "select ?", "select", List.of()), Comparison.match());
  }

  @ParameterizedTest
  @CsvSource({
    "report.html, report.html, report.json",
    "report.json, report.html, report.json",
    "report, report, report.json",
    "run.7, run.7, run.7.json",
  })
  void bothFilesAreNamedByTheOne(String name, String html, String json) throws Exception {
    file(name).stop();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder(html, json);
    }
    assertThat(folder.resolve(html)).content().startsWith("<!DOCTYPE html>");
    assertThat(folder.resolve(json)).content().startsWith("{\"reportVersion\":1,");
  }

  @Test
  void itIsWrittenAgainAndAgainUntilItIsStopped() throws Exception {
    ReportFile file = file("report.html");
    Thread writer = new Thread(() -> file.writeEvery(5));
    writer.start();
    awaitVerdict("not_enough_data");
    compare();
    awaitVerdict("ready");

    file.stop();
    writer.join();
    assertThat(folder.resolve("report.html")).content().contains("Ready");
  }

  private void awaitVerdict(String verdict) throws Exception {
    Path json = folder.resolve("report.json");
    while (!Files.exists(json)
        || !Files.readString(json).contains("\"verdict\":\"" + verdict + "\"")) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIsCountedUpToTheStopIsInIt() throws Exception {
    ReportFile file = file("report.html");
    compare();

    file.stop();

    assertThat(folder.resolve("report.json")).content().contains("\"verdict\":\"ready\"");
  }

  @Test
  void afterAFailureItIsWrittenAsSoonAsItCanBe() throws Exception {
    Path obstacle = Files.createDirectory(folder.resolve("report.json.tmp"));
    ReportFile file = file("report.html");
    file.stop();
    assertThat(folder.resolve("report.html")).doesNotExist();

    Files.delete(obstacle);
    file.stop();

    assertThat(folder.resolve("report.html")).exists();
  }
}
