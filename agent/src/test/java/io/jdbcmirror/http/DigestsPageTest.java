package io.jdbcmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Attribution;
import io.jdbcmirror.metrics.Comparison;
import io.jdbcmirror.metrics.DigestName;
import io.jdbcmirror.metrics.DigestRecorder;
import io.jdbcmirror.metrics.ErrorType;
import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.metrics.Verdict;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/digests} and {@code /api/digests/{id}}. */
class DigestsPageTest {
  private static final DigestName ORDERS =
      new DigestName("0a1b", "select * from orders where id = ?", "select", List.of("orders"));

  private final PrometheusRecorder recorder = new PrometheusRecorder("1.2.3");
  private final DigestRecorder shop = recorder.database("shop").digests();
  private final HttpClient client = HttpClient.newHttpClient();
  private MetricsServer server;

  @BeforeEach
  void start() throws Exception {
    start("");
  }

  private void start(String argument) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("jdbcmirror.metrics.port", "0");
    Config config = Config.load(argument, properties, Map.of());
    server = MetricsServer.start(config, recorder, new FixedStatus());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aDigestIsShownWithBothSides() throws Exception {
    for (int i = 0; i < 30; i++) {
      shop.mirrored(ORDERS, 2_000_000, 64_000_000);
    }
    shop.failed(ORDERS, ErrorType.QUERY, "42P01");
    shop.compared(ORDERS, Comparison.match());
    shop.compared(ORDERS, Comparison.difference(Verdict.RESULT, Attribution.UNEXPLAINED));

    Map<String, String> json = json("/api/digests");
    assertThat(json)
        .containsEntry("/apiVersion", "1")
        .containsEntry("/total", "1")
        .containsEntry("/digests/0/id", "0a1b")
        .containsEntry("/digests/0/database", "shop")
        .containsEntry("/digests/0/text", "select * from orders where id = ?")
        .containsEntry("/digests/0/verb", "select")
        .containsEntry("/digests/0/tables/0", "orders")
        .containsEntry("/digests/0/calls", "31")
        .containsEntry("/digests/0/errors", "1")
        .containsEntry("/digests/0/differences", "1")
        .containsEntry("/digests/0/unexplained", "1")
        .containsEntry("/digests/0/verdicts/match", "1")
        .containsEntry("/digests/0/verdicts/error_new", "0")
        .containsEntry("/digests/0/firstDifference/verdict", "result")
        .containsEntry("/digests/0/firstDifference/attribution", "unexplained")
        .containsEntry("/digests/0/speed", "slower")
        .containsEntry("/digests/0/ratio/p95/high", "null")
        .containsEntry("/digests/0/latencySeconds/source/count", "30");
    assertThat(json.get("/digests/0/firstDifference/at"))
        .isLessThanOrEqualTo(json.get("/digests/0/lastSeen"))
        .matches("20\\d\\d-\\d\\d-\\d\\dT.*Z");
    assertNear(json, "/digests/0/latencySeconds/source/p50", 0.002);
    assertNear(json, "/digests/0/latencySeconds/target/p95", 0.064);
    assertNear(json, "/digests/0/latencySeconds/target/max", 0.064);
    assertNear(json, "/digests/0/ratio/p50/estimate", 32);
    assertNear(json, "/digests/0/ratio/p50/low", 32);
  }

  private static void assertNear(Map<String, String> json, String pointer, double expected) {
    assertThat(Double.parseDouble(json.get(pointer))).isBetween(expected * 0.98, expected * 1.02);
  }

  @Test
  void byItselfItHasHistogramsErrorsAndCallSites() throws Exception {
    shop.mirrored(ORDERS, 100_000, 1_000_000);
    shop.mirrored(ORDERS, 100_000, 1_000_000);
    shop.failed(ORDERS, ErrorType.TIMEOUT, "57014");
    shop.failed(ORDERS, ErrorType.QUERY, "42P01");
    shop.failed(ORDERS, ErrorType.QUERY, "42P01");
    shop.compared(ORDERS, Comparison.difference(Verdict.ROW_COUNT, Attribution.CONCURRENT));
    shop.compared(ORDERS, Comparison.notCompared(NotCompared.TOO_LARGE));
    shop.callSite(ORDERS, "Shop.find(Shop.java:12)");

    assertThat(json("/api/digests/0a1b"))
        .containsEntry("/apiVersion", "1")
        .containsEntry("/id", "0a1b")
        .containsEntry("/speed", "not_enough_data")
        .containsEntry("/attributions/concurrent", "1")
        .containsEntry("/attributions/unexplained", "0")
        .containsEntry("/notCompared/too_large", "1")
        .containsEntry("/differencesBy/row_count/concurrent", "1")
        .doesNotContainKey("/differencesBy/result/concurrent")
        .containsEntry("/errorsBy/0/type", "query")
        .containsEntry("/errorsBy/0/sqlState", "42P01")
        .containsEntry("/errorsBy/0/count", "2")
        .containsEntry("/errorsBy/1/sqlState", "57014")
        .containsEntry("/callSites/0/site", "Shop.find(Shop.java:12)")
        .containsEntry("/callSites/0/count", "1")
        .containsEntry("/histogramsSeconds/source/0/from", "1.0E-4")
        .containsEntry("/histogramsSeconds/source/0/until", "1.01E-4")
        .containsEntry("/histogramsSeconds/source/0/count", "2")
        .containsEntry("/histogramsSeconds/target/0/count", "2")
        .doesNotContainKey("/histogramsSeconds/target/1/count");
  }

  @Test
  void aDigestThatNobodyKnowsIsNotFound() throws Exception {
    shop.callSite(ORDERS, "Shop.find(Shop.java:12)");
    assertThat(get("/api/digests/0a1b").statusCode()).isEqualTo(200);
    assertThat(get("/api/digests/0a1b?x=1").statusCode()).isEqualTo(200);
    for (String path : List.of("0a1c", "0a1b/", "0a1b/x", "", "%30a1b", "other", "0A1B")) {
      assertThat(get("/api/digests/" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "slower, slow erring different busy",
    "errors, erring busy slow different",
    "differences, different slow busy erring",
    "calls, busy slow erring different"
  })
  void theMostOfWhatIsAskedForStandsFirst(String sort, String order) throws Exception {
    fill();
    Map<String, String> json = json("/api/digests?sort=" + sort);
    assertThat(ids(json)).containsExactly(order.split(" "));
  }

  private void fill() {
    DigestName slow = name("slow");
    DigestName erring = name("erring");
    count(slow, 40, 2);
    shop.compared(slow, Comparison.difference(Verdict.RESULT, Attribution.CONCURRENT));
    shop.compared(slow, Comparison.difference(Verdict.RESULT, Attribution.CONCURRENT));
    // Many times as slow, of which so few are no proof.
    count(erring, 10, 20);
    for (int i = 0; i < 10; i++) {
      shop.failed(erring, ErrorType.QUERY, "42P01");
    }
    count(name("different"), 5, 1.1);
    shop.compared(
        name("different"), Comparison.difference(Verdict.RESULT, Attribution.UNEXPLAINED));
    count(name("busy"), 100, 1);
    shop.failed(name("busy"), ErrorType.QUERY, "42P01");
  }

  private void count(DigestName digest, int calls, double factor) {
    for (int i = 0; i < calls; i++) {
      shop.mirrored(digest, 10_000_000, (long) (10_000_000 * factor));
    }
  }

  @Test
  void withoutAWordTheSlowerStandFirstAndOneHundredAtMost() throws Exception {
    fill();
    assertThat(ids(json("/api/digests"))).startsWith("slow", "erring");
    for (int i = 0; i < 120; i++) {
      shop.mirrored(name("d" + i), 1, 1);
    }
    assertThat(json("/api/digests")).containsEntry("/total", "124");
    assertThat(ids(json("/api/digests"))).hasSize(100);
    assertThat(ids(json("/api/digests?limit=1000"))).hasSize(124);
    assertThat(ids(json("/api/digests?limit=2&sort=calls"))).containsExactly("busy", "slow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=fastest",
        "sort=",
        "sort=SLOWER",
        "sort=%73lower",
        "limit=0",
        "limit=1001",
        "limit=-1",
        "limit=",
        "limit=ten",
        "limit=9999999999",
        "sort=calls&limit=x"
      })
  void whatCannotBeAskedForIsSaid(String query) throws Exception {
    HttpResponse<String> response = get("/api/digests?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isIn(
            "sort is not one of slower, errors, differences, calls\n",
            "limit is not a whole number from 1 to 1000\n");
  }

  @Test
  void howMuchIsSlowerIsASetting() throws Exception {
    fill();
    assertThat(json("/api/digests/slow")).containsEntry("/speed", "slower");
    server.stop();
    start("report.slower-ratio=2.5");
    assertThat(json("/api/digests/slow")).containsEntry("/speed", "not_enough_data");
  }

  /** The last hundred of the first are counted together. */
  @Test
  void oneThousandDigestsAreOneResponse() throws Exception {
    IntStream.range(0, 1_100).forEach(i -> shop.mirrored(name("d" + i), i, i));
    Map<String, String> json = json("/api/digests?limit=1000&sort=calls");
    assertThat(json).containsEntry("/total", "1001").containsEntry("/digests/0/calls", "100");
    assertThat(ids(json)).hasSize(1_000).startsWith("other");
  }

  private static DigestName name(String id) {
    return new DigestName(id, "select " + id, "select", List.of());
  }

  private static List<String> ids(Map<String, String> json) {
    return IntStream.iterate(0, i -> json.containsKey("/digests/" + i + "/id"), i -> i + 1)
        .mapToObj(i -> json.get("/digests/" + i + "/id"))
        .toList();
  }

  private Map<String, String> json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    return FlatJson.of(response.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
