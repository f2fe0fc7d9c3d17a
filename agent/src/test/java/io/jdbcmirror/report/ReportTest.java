package io.jdbcmirror.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.Comparison;
import io.jdbcmirror.metrics.DigestName;
import io.jdbcmirror.metrics.DigestRecorder;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as JSON, HTML and text: the same, and all of it. */
class ReportTest {
  private static final Comparison UNEXPLAINED =
      Comparison.difference(Verdict.RESULT, Attribution.UNEXPLAINED);

  private final PrometheusRecorder recorder = new PrometheusRecorder("1.2.3");
  private final DigestRecorder shop = recorder.database("shop").digests();

  private static DigestName digest(String id) {
    return new DigestName(id, "select " + id + " from t where id = ?", "select", List.of("t"));
  }

  private byte[] json(String settings) throws Exception {
    Config config = Config.load(settings, new Properties(), Map.of());
    return new Report(config, recorder).json();
  }

  private String html(String settings) throws Exception {
    return new String(Report.html(json(settings)), StandardCharsets.UTF_8);
  }

  private static TextReport read(byte[] json) throws IOException {
    return TextReport.read(new ByteArrayInputStream(json));
  }

  @Test
  void htmlAndTextSayTheSame() throws Exception {
    mirrored("slow", 2, 64);
    shop.failed(digest("failing"), ErrorType.QUERY, "42P01");
    shop.compared(digest("failing"), UNEXPLAINED);
    shop.compared(digest("failing"), Comparison.notCompared(NotCompared.TRANSACTION_FAILED));
    byte[] json = json("report.min-compared=1,target.url=jdbc:h2:mem:t;PASSWORD=s3cret");
    String html = new String(Report.html(json), StandardCharsets.UTF_8);
    TextReport text = read(json);

    assertThat(text.readiness()).isEqualTo(Readiness.NOT_READY);
    for (String shown : new String[] {html, text.text()}) {
      assertThat(shown)
          .contains("Not ready")
          .contains("report.max-unexplained=0 is not kept")
          .contains("report.max-time-ratio=1.5 is not kept")
          .contains("select slow: slower", "select slow from t where id = ?")
          .contains("select failing: not certain whether slower")
          .contains("unexplained 1", "query 42P01 1")
          .contains("transaction_failed", "Source database: shop", "1.2.3")
          .contains("report.min-compared", "agent argument")
          .doesNotContain("s3cret")
          .doesNotContain("report.max-error-share=");
    }
    List<String> parts =
        Pattern.compile("[^\\s<>]{4,}")
            .matcher(text.text())
            .results()
            .map(part -> part.group())
            .filter(part -> !part.matches("[=-]+"))
            .toList();
    assertThat(parts).isNotEmpty().allSatisfy(part -> assertThat(html).contains(part));
  }

  /** So often that it is certain which side is slower. */
  private void mirrored(String id, long sourceMillis, long targetMillis) {
    for (int i = 0; i < 400; i++) {
      shop.mirrored(digest(id), sourceMillis * 1_000_000, targetMillis * 1_000_000);
    }
  }

  @Test
  void whatChangedMostComesFirst() throws Exception {
    mirrored("fast", 64, 2);
    mirrored("same", 2, 2);
    mirrored("slow", 2, 64);
    mirrored("slower", 2, 99);
    shop.failed(digest("error"), ErrorType.QUERY, null);
    shop.compared(
        digest("explained"), Comparison.difference(Verdict.RESULT, Attribution.CONCURRENT));
    shop.compared(digest("unexplained"), UNEXPLAINED);

    assertThat(shownDigests(json("")))
        .containsExactly("slower", "slow", "error", "unexplained", "explained", "fast");
  }

  @Test
  void tenOfThemAreShownAndAllAreCounted() throws Exception {
    for (int i = 0; i < 13; i++) {
      shop.failed(digest("no" + i), ErrorType.QUERY, "23505");
    }
    byte[] json = json("");

    assertThat(shownDigests(json)).hasSize(10);
    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\"changed\":13", "\"sqlState\":\"23505\",\"count\":13");
    assertThat(read(json).text()).contains("The first 10 of 13 statements");
  }

  private static List<String> shownDigests(byte[] json) {
    return Pattern.compile("\\{\"id\":\"([a-z0-9]+)\"")
        .matcher(new String(json, StandardCharsets.UTF_8))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  @Test
  void nothingThatIsNamedByOthersIsMarkup() throws Exception {
    String evil = "\"><script>alert('x')</script>&amp;\u001b[2J";
    DigestRecorder digests = recorder.database(evil).digests();
    digests.compared(new DigestName("0a1b", evil, evil, List.of(evil)), UNEXPLAINED);

    byte[] json = json("target.user=" + evil);
    String html = new String(Report.html(json), StandardCharsets.UTF_8);

    assertThat(html)
        .doesNotContain("<script", "\"><")
        .contains("&quot;&gt;&lt;script&gt;alert('x')&lt;/script&gt;&amp;amp;");
    assertThat(read(json).text()).contains("<script>").doesNotContain("\u001b");
  }

  @Test
  void anEmptyRunIsReported() throws Exception {
    assertThat(read(json("")).readiness()).isEqualTo(Readiness.NOT_ENOUGH_DATA);
    assertThat(html(""))
        .contains("Not enough data", "none fails, none differs")
        .doesNotContain("<script", "http:", "https:", "url(", "src=");
  }

  @Test
  void aRefusedTargetIsSaid() throws Exception {
    assertThat(html("")).doesNotContain("refused:");
    recorder.targetRefused(true);
    assertThat(html("")).contains("The target was refused: it is, or may be, the source.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "{}",
        "7",
        "not JSON",
        "{\"reportVersion\":2}",
        "{\"reportVersion\":1}",
        "{\"reportVersion\":1,\"verdict\":\"ready\",\"checks\":[7]}",
        "{\"reportVersion\":1,\"verdict\":\"perhaps\",\"checks\":[]}",
      })
  void whatIsNoReportIsSaid(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class).message().isNotBlank();
  }

  @Test
  void aReportThatIsCutOffAnywhereIsSaid() throws Exception {
    byte[] json = json("");
    for (int length = 0; length < json.length; length++) {
      byte[] part = Arrays.copyOf(json, length);
      assertThatThrownBy(() -> read(part)).isInstanceOf(IOException.class);
    }
  }
}
