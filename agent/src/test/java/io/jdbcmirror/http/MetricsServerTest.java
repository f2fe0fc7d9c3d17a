package io.jdbcmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.Comparison;
import io.jdbcmirror.metrics.DatabaseRecorder;
import io.jdbcmirror.metrics.DigestName;
import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.Verdict;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsServerTest {
  private final PrometheusRecorder recorder = new PrometheusRecorder("1.2.3");
  private final HttpClient client = HttpClient.newHttpClient();
  private MetricsServer server;

  @BeforeEach
  void start() throws Exception {
    server = MetricsServer.start(config("0"), recorder, new FixedStatus());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void metricsAreTextOrOpenMetrics() throws Exception {
    recorder.database("shop").opened();
    HttpResponse<String> text = get("/metrics");
    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(text.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(text.body()).contains("mirror_requests_total{database=\"shop\",} 1.0\n");
    HttpResponse<String> open = send(get("/metrics", "Accept", "application/openmetrics-text"));
    assertThat(open.headers().firstValue("Content-Type"))
        .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
    assertThat(open.body()).contains("mirror_requests_total{database=\"shop\"} 1.0\n# T");
    assertThat(open.body()).endsWith("# EOF\n");
  }

  @Test
  void metricsAreCompressedForWhoTakesIt() throws Exception {
    recorder.database("shop");
    HttpRequest request = get("/metrics", "Accept-Encoding", "deflate, gzip").build();
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    String text =
        new String(new GZIPInputStream(response.body()).readAllBytes(), StandardCharsets.UTF_8);
    assertThat(text).contains("mirror_requests_total");
  }

  @Test
  void theAgentIsHealthyAndReadyWithItsTarget() throws Exception {
    assertThat(get("/-/healthy").statusCode()).isEqualTo(200);
    assertThat(get("/-/ready").statusCode()).isEqualTo(503);
    assertThat(get("/-/ready").body()).contains("not reachable");
    recorder.targetUp(true);
    assertThat(get("/-/ready").statusCode()).isEqualTo(200);
    recorder.targetRefused(true);
    assertThat(get("/-/ready").statusCode()).isEqualTo(503);
    assertThat(get("/-/ready").body()).contains("refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/-/healthy",
        "/-/ready",
        "/api/status",
        "/api/digests",
        "/api/digests/other",
        "/",
        "/page/main.js"
      })
  void headIsGetWithoutABody(String path) throws Exception {
    HttpRequest.Builder request = get(path, "Accept", "*/*");
    HttpResponse<String> got = send(request);
    HttpResponse<String> head = send(request.method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(got.statusCode());
    assertThat(head.body()).isEmpty();
    assertThat(withoutDate(head)).isEqualTo(withoutDate(got));
    // Nothing of a body is left in the connection for the next response to begin with.
    assertThat(get("/-/healthy").body()).isEqualTo("healthy\n");
  }

  private static Map<String, Object> withoutDate(HttpResponse<?> response) {
    Map<String, Object> headers = new TreeMap<>(response.headers().map());
    headers.remove("date");
    return headers;
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void otherMethodsAreNotAllowed(String method) throws Exception {
    HttpRequest.Builder request =
        get("/metrics", "Accept", "*/*").method(method, BodyPublishers.ofString("x"));
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  // https://github.com/prometheus/client_java: a context answers every path it is a prefix of.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metricsXYZ",
        "/metrics/",
        "/metrics/x",
        "//metrics",
        "/%6detrics",
        "/-/",
        "/-/readyx",
        "/api",
        "/api/status/",
        "/api/digests/",
        "/api/digests/other",
        "/api/digests/a/b",
        "/api/digests/%7Bid%7D",
        "/index.html",
        "/page.html",
        "/page/",
        "/page/index.html",
        "/page/main",
        "/page/../page/main.js",
        "/favicon.ico",
        "/../metrics"
      })
  void otherPathsAreNotFound(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aQueryIsNoPartOfThePath() throws Exception {
    assertThat(get("/-/healthy?x=1").statusCode()).isEqualTo(200);
  }

  @Test
  void theStatusIsJson() throws Exception {
    DatabaseRecorder shop = recorder.database("sh\"op");
    shop.opened();
    shop.opened();
    shop.ended(Outcome.ROLLED_BACK, 1);
    shop.latency(2_000_000, 3_000_000);
    shop.generatedKeys(KeyResult.SET);
    shop.digests()
        .compared(DigestName.OTHER, Comparison.difference(Verdict.RESULT, Attribution.CONCURRENT));
    shop.digests().compared(DigestName.OTHER, Comparison.notCompared(NotCompared.OFF));
    recorder.captureFailure("execute");
    HttpResponse<String> response = get("/api/status");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(FlatJson.of(response.body()))
        .containsEntry("/apiVersion", "1")
        .containsEntry("/version", "1.2.3")
        .containsEntry("/state", "mirroring")
        .containsEntry("/since", "1970-01-01T00:00:01Z")
        .containsEntry("/target/up", "false")
        .containsEntry("/target/refused", "false")
        .containsEntry("/exposure/set", "0.25")
        .containsEntry("/exposure/paused", "false")
        .containsEntry("/exposure/ramp", "to 1.0")
        .containsEntry("/queue/capacity", "0")
        .containsEntry("/databases/0/database", "sh\"op")
        .containsEntry("/databases/0/requests/total", "2")
        .containsEntry("/databases/0/requests/open", "1")
        .containsEntry("/databases/0/requests/inFlight", "0")
        .containsEntry("/databases/0/requests/unaccounted", "0")
        .containsEntry("/databases/0/requests/mirrored", "0")
        .containsEntry("/databases/0/requests/discarded/rolled_back", "1")
        .containsEntry("/databases/0/requests/dropped/queue_full", "0")
        .containsEntry("/databases/0/transactions/failed", "0")
        .containsEntry("/databases/0/errors/buffer_full", "0")
        .containsEntry("/databases/0/orderRelaxed", "0")
        .containsEntry("/databases/0/generatedKeys/set", "1")
        .containsEntry("/databases/0/generatedKeys/not_read", "0")
        .containsEntry("/databases/0/comparisons/result", "1")
        .containsEntry("/databases/0/comparisons/match", "0")
        .containsEntry("/databases/0/notCompared/off", "1")
        .containsEntry("/databases/0/differences/concurrent", "1")
        .containsEntry("/databases/0/differences/unexplained", "0")
        .containsEntry("/databases/0/latencySeconds/source/count", "1")
        .containsEntry("/databases/0/latencySeconds/target/sum", "0.003")
        .containsEntry("/databases/0/queueWaitSeconds/p95", "null")
        .containsEntry("/captureFailures/execute", "1")
        .containsEntry("/settings/target.url/value", "jdbc:postgresql://new/shop?password=***")
        .containsEntry("/settings/target.url/source", "system property")
        .containsEntry("/settings/target.driver-jar/value", "null")
        .containsEntry("/settings/exposure/source", "default");
    assertThat(response.body()).doesNotContain("s3cret");
  }

  @Test
  void thePageNeedsNothingFromElsewhere() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body()).contains("<html lang=\"en\">", "page/main.js", "page/style.css");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'")
        .contains("require-trusted-types-for 'script'; trusted-types 'none'")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @CsvSource({"style.css, text/css", "main.js, text/javascript", "dom.js, text/javascript"})
  void thePagesFilesAreOfTheirKind(String file, String type) throws Exception {
    HttpResponse<String> response = get("/page/" + file);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue(type + "; charset=utf-8");
  }

  /** Whatever one of them names is there as well, and none names anything elsewhere. */
  @Test
  void thePagesFilesNameOnlyEachOther() throws Exception {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(Set.of("/"));
    while (!next.isEmpty()) {
      String path = next.remove();
      String text = get(path).body();
      assertThat(text.replace("http://www.w3.org/2000/svg", ""))
          .as(path)
          .isNotEqualTo("not found\n")
          .doesNotContain("http:", "https:", "//cdn", "innerHTML", "@import", "url(");
      Matcher named = Pattern.compile("(?:from '\\./|\"page/)([a-z]+\\.[a-z]+)['\"]").matcher(text);
      while (named.find()) {
        String file = "/page/" + named.group(1);
        if (seen.add(file)) {
          next.add(file);
        }
      }
    }
    assertThat(seen).contains("/page/style.css", "/page/charts.js").hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/-/healthy", "/api/status", "/", "/page/main.js", "/none"})
  void nothingIsStoredSniffedOrFramed(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'");
  }

  @Test
  void aTakenPortIsNoError() throws Exception {
    Config taken = config(Integer.toString(server.port()));
    assertThat(MetricsServer.start(taken, recorder, new FixedStatus())).isNull();
    assertThat(get("/-/healthy").statusCode()).isEqualTo(200);
  }

  @Test
  void aHostThatIsNotThereIsNoError() throws Exception {
    Properties properties = properties("0");
    properties.setProperty("jdbcmirror.metrics.host", "no-such-host.invalid");
    Config config = Config.load("", properties, Map.of());
    assertThat(MetricsServer.start(config, recorder, new FixedStatus())).isNull();
  }

  @Test
  void offIsOff() throws Exception {
    assertThat(MetricsServer.start(config("off"), recorder, new FixedStatus())).isNull();
  }

  @Test
  void allThreadsAreDaemons() throws Exception {
    get("/metrics");
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().matches("(?i)http-dispatcher|jdbc-mirror-http.*"))
        .isNotEmpty()
        .allMatch(Thread::isDaemon);
  }

  @Test
  void itListensOnLoopbackAndStopsAtOnce() throws Exception {
    assertThat(server.address()).isEqualTo("http://127.0.0.1:" + server.port());
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      slow.getOutputStream().write("GET /metrics".getBytes(StandardCharsets.US_ASCII));
      long before = System.nanoTime();
      server.stop();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
    new ServerSocket(server.port(), 1, InetAddress.getLoopbackAddress()).close();
  }

  private static Config config(String port) throws Exception {
    return Config.load("", properties(port), Map.of());
  }

  private static Properties properties(String port) {
    Properties properties = new Properties();
    properties.setProperty("jdbcmirror.metrics.port", port);
    properties.setProperty("jdbcmirror.target.url", "jdbc:postgresql://new/shop?password=s3cret");
    return properties;
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(get(path, "Accept", "*/*"));
  }

  private HttpRequest.Builder get(String path, String header, String value) {
    return HttpRequest.newBuilder(URI.create(server.address() + path)).header(header, value);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
