package io.jdbcmirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.config.Setting;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.Verdict;
import io.jdbcmirror.mirror.MirrorState;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README says what the code does. */
class ReadmeTest {
  private final String readme = Files.readString(Path.of("..", "README.md"));

  ReadmeTest() throws IOException {}

  @ParameterizedTest
  @EnumSource
  void hasARowForEachSetting(Setting setting) {
    String value = setting.defaultText() == null ? "" : "`" + setting.defaultText() + "`";
    assertThat(readme)
        .contains("| `" + setting.key() + "` | " + value + " | " + setting.description() + " |");
  }

  @Test
  void namesWhatComparisonsAreCountedBy() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(readme).contains("`" + verdict.label() + "`");
    }
    for (NotCompared reason : NotCompared.values()) {
      assertThat(readme).contains("`" + reason.label() + "`");
    }
    for (Attribution attribution : Attribution.values()) {
      assertThat(readme).contains("`" + attribution.label() + "`");
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesEachStateOfTheMirror(MirrorState.Phase phase) {
    assertThat(readme).containsPattern("(?m)^\\| ([^|]*, )?" + phase.word() + "(, [^|]*)? \\| ");
  }

  @Test
  void namesEachMetricOnTheWire() throws IOException {
    PrometheusRecorder recorder = new PrometheusRecorder("test");
    recorder.database("shop");
    StringWriter text = new StringWriter();
    TextFormat.write004(text, recorder.registry().metricFamilySamples());
    Pattern.compile("^# TYPE (\\S+)", Pattern.MULTILINE)
        .matcher(text.toString())
        .results()
        .forEach(type -> assertThat(readme).contains("`" + type.group(1) + "`"));
  }
}
