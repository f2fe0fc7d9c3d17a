package io.jdbcmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change exposure by HTTP, and with what. */
class ControlTest {
  private static final String TOKEN = "0123456789abcdef-+/=";
  private static final String BEARER = "Bearer " + TOKEN;

  @TempDir Path folder;
  private final Properties settings = new Properties();
  private final FixedStatus status = new FixedStatus();
  private final ExposureControl exposure = status.exposure();
  private MetricsServer server;

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void withTheTokenExposureIsSetPausedAndResumed() throws Exception {
    startWithToken();
    assertThat(post("/api/exposure", " 0.5\n", BEARER).body()).isEqualTo("exposure 0.5\n");
    assertThat(exposure.fraction()).isEqualTo(0.5);
    assertThat(post("/api/pause", "", BEARER).body()).isEqualTo("exposure 0.5, paused\n");
    assertThat(exposure.isPaused()).isTrue();
    assertThat(post("/api/exposure", "1", BEARER).body()).isEqualTo("exposure 1.0, paused\n");
    assertThat(post("/api/resume", "", "bearer  " + TOKEN).body()).isEqualTo("exposure 1.0\n");
    assertThat(exposure.isPaused()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/exposure", "/api/pause", "/api/resume"})
  void withoutTheTokenNothingIsChanged(String path) throws Exception {
    startWithToken();
    exposure.pause(path.equals("/api/resume"));
    boolean before = exposure.isPaused();
    for (String wrong :
        new String[] {
          null, TOKEN, "Bearer", "Bearer ", BEARER + "x", "Basic " + TOKEN, basic("u:" + TOKEN)
        }) {
      HttpResponse<String> response = post(path, "0.5", wrong);
      assertThat(response.statusCode()).as("%s", wrong).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer realm=\"jdbc-mirror\"");
      assertThat(response.body()).doesNotContain(TOKEN);
    }
    assertThat(exposure.fraction()).isEqualTo(0.25);
    assertThat(exposure.isPaused()).isEqualTo(before);
  }

  /** {@code OPTIONS} is what a browser asks before a page of another site may send the header. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void otherMethodsAreNotAllowed(String method) throws Exception {
    startWithToken();
    for (String path : new String[] {"/api/exposure", "/api/pause", "/api/resume"}) {
      HttpResponse<String> response = send(method, path, BodyPublishers.ofString("0.5"), BEARER);
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).hasValue("POST");
      assertThat(response.headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
    }
    assertThat(exposure.fraction()).isEqualTo(0.25);
    assertThat(exposure.isPaused()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.5", "-0.1", "NaN", "50%", "0,5", "1e-1", "{\"exposure\": 0.5}"})
  void whatIsNoFractionIsToldWhatIsAllowed(String body) throws Exception {
    startWithToken();
    HttpResponse<String> response = post("/api/exposure", body, BEARER);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo("the body is not allowed; allowed is a number from 0.0 to 1.0, such as 0.25\n");
    assertThat(exposure.fraction()).isEqualTo(0.25);
  }

  @Test
  void aBodyIsReadUpToItsBound() throws Exception {
    startWithToken();
    assertThat(post("/api/exposure", "0.5" + " ".repeat(1_021), BEARER).statusCode())
        .isEqualTo(200);
    assertThat(post("/api/exposure", "0.1" + " ".repeat(1_022), BEARER).statusCode())
        .isEqualTo(413);
    BodyPublisher endless = BodyPublishers.ofInputStream(() -> new Blanks(1 << 14));
    assertThat(send("POST", "/api/pause", endless, BEARER).statusCode()).isEqualTo(413);
    assertThat(exposure.fraction()).isEqualTo(0.5);
    assertThat(exposure.isPaused()).isFalse();
  }

  @Test
  void withoutATokenInTheSettingsThePathsAreNotThere() throws Exception {
    start();
    for (String path : new String[] {"/api/exposure", "/api/pause", "/api/resume", "/nowhere"}) {
      for (String method : new String[] {"GET", "POST"}) {
        HttpResponse<String> response = send(method, path, BodyPublishers.ofString("0.5"), BEARER);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("not found\n");
      }
    }
    assertThat(post("/api/status", "", BEARER).statusCode()).isEqualTo(405);
  }

  @Test
  void theTokenIsAllThatControlWantsAndOpensNothingElse() throws Exception {
    settings.setProperty("jdbcmirror.metrics.user", "prometheus");
    settings.setProperty("jdbcmirror.metrics.password-file", file("password", "secret"));
    startWithToken();
    assertThat(post("/api/pause", "", BEARER).statusCode()).isEqualTo(200);
    assertThat(post("/api/resume", "", basic("prometheus:secret")).statusCode()).isEqualTo(401);
    assertThat(exposure.isPaused()).isTrue();
    HttpResponse<String> status = send("GET", "/api/status", BodyPublishers.noBody(), BEARER);
    assertThat(status.statusCode()).isEqualTo(401);
    assertThat(status.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
  }

  private void startWithToken() throws Exception {
    settings.setProperty("jdbcmirror.control.token-file", file("token", TOKEN));
    start();
  }

  private void start() throws Exception {
    settings.setProperty("jdbcmirror.metrics.port", "0");
    Config config = Config.load(null, settings, Map.of());
    server = MetricsServer.start(config, new PrometheusRecorder("1"), status);
  }

  private HttpResponse<String> post(String path, String body, String authorization)
      throws Exception {
    return send("POST", path, BodyPublishers.ofString(body), authorization);
  }

  private HttpResponse<String> send(
      String method, String path, BodyPublisher body, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path)).method(method, body);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static String basic(String userAndPassword) {
    byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private String file(String name, String line) throws IOException {
    return Files.writeString(folder.resolve(name), line + "\n").toString();
  }

  /** A body of unknown length. */
  private static final class Blanks extends InputStream {
    private int left;

    Blanks(int length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }
  }
}
