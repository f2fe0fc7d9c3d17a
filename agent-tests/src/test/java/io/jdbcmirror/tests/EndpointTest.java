package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.DigestList;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each path that the agent serves, and each way to ask for it wrongly. */
class EndpointTest extends MirrorSuite {
  private static final String TOKEN = "0123456789abcdef";
  private static final String RIGHT = "Bearer " + TOKEN;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String NONE = "";

  private static final List<String> COMMANDS =
      List.of("/api/exposure", "/api/pause", "/api/resume");

  /** What is served where, how it begins or what stands in it. */
  private record Served(String path, String contentType, String part) {}

  private static final List<Served> SERVED =
      List.of(
          new Served("/", "text/html; charset=utf-8", "<html lang=\"en\">"),
          new Served("/page/main.js", "text/javascript; charset=utf-8", "import"),
          new Served("/page/style.css", "text/css; charset=utf-8", "prefers-color-scheme"),
          new Served(
              "/metrics", "text/plain; version=0.0.4; charset=utf-8", "mirror_requests_total"),
          new Served("/-/healthy", "text/plain; charset=utf-8", "healthy\n"),
          new Served("/-/ready", "text/plain; charset=utf-8", "ready\n"),
          new Served("/api/status", "application/json", "{\"apiVersion\":1,"),
          new Served("/api/digests", "application/json", "{\"apiVersion\":1,\"total\":1,"),
          new Served("/report", "text/html; charset=utf-8", "would it run on the target?"),
          new Served("/report.json", "application/json", "{\"reportVersion\":1,"));

  @TempDir private Path folder;

  EndpointTest() {
    super(Vendor.H2);
  }

  @Test
  void eachPathIsServedAsItsKindAndStandsInTheReadme() throws Exception {
    MirroredApp app = worked(apps.script(source, target).start());
    String readme = Files.readString(Path.of("..", "README.md"));
    for (Served served : SERVED) {
      HttpResponse<String> got = send(app, "GET", served.path(), NONE, "");
      assertThat(got.statusCode()).as(served.path()).isEqualTo(200);
      assertThat(got.headers().firstValue("Content-Type")).hasValue(served.contentType());
      assertThat(got.body()).contains(served.part());
      HttpResponse<String> head = send(app, "HEAD", served.path(), NONE, "");
      assertThat(head.statusCode()).as(served.path()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(served.path().startsWith("/page/") || readme.contains("`" + served.path() + "`"))
          .as("%s in the README", served.path())
          .isTrue();
    }
    String id = DigestList.of(app).ids().get(0);
    assertThat(send(app, "GET", "/api/digests/" + id, NONE, "").body())
        .startsWith("{\"apiVersion\":1,\"id\":\"" + id + "\"");
  }

  @Test
  void whatIsAskedForWronglyIsSaid() throws Exception {
    MirroredApp app = worked(apps.script(source, target).start());
    for (Served served : SERVED) {
      for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
        HttpResponse<String> refused = send(app, method, served.path(), NONE, "x");
        assertThat(refused.statusCode()).as(method + " " + served.path()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD");
      }
      for (String rest : List.of("x", "/x")) {
        String longer = served.path() + rest;
        assertThat(send(app, "GET", longer, NONE, "").statusCode()).as(longer).isEqualTo(404);
      }
    }
    assertStatus(404, app, "GET", "/api/digests/none", NONE, "", "not found\n");
    assertStatus(
        400, app, "GET", "/api/digests?sort=none", NONE, "", "sort is not one of slower, errors, ");
    assertStatus(400, app, "GET", "/api/digests?limit=0", NONE, "", "limit is not a whole number ");
    for (String command : COMMANDS) {
      assertStatus(404, app, "GET", command, NONE, "", "not found\n");
      assertStatus(404, app, "POST", command, RIGHT, "0.5", "not found\n");
    }
  }

  @Test
  void eachCommandWantsItsMethodItsTokenAndWhatItCanRead() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), TOKEN);
    MirroredApp app =
        worked(apps.script(source, target).set("control.token-file", token.toString()).start());
    for (String command : COMMANDS) {
      HttpResponse<String> got = send(app, "GET", command, RIGHT, "");
      assertThat(got.statusCode()).as(command).isEqualTo(405);
      assertThat(got.headers().firstValue("Allow")).hasValue("POST");
      for (String wrong : List.of(NONE, "Bearer " + TOKEN + "0", "Basic " + TOKEN)) {
        HttpResponse<String> refused = send(app, "POST", command, wrong, "0.5");
        assertThat(refused.statusCode()).as(command + " with " + wrong).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
            .hasValue("Bearer realm=\"jdbc-mirror\"");
      }
      assertStatus(413, app, "POST", command, RIGHT, "0".repeat(1_025), "the body has more than ");
    }
    for (String body : List.of("", "1.1", "-0.1", "NaN", "half", "0.5 0.5", "{\"exposure\":0.5}")) {
      assertStatus(400, app, "POST", "/api/exposure", RIGHT, body, "the body is not allowed; ");
    }
    assertThat(app.metrics().value("mirror_exposure")).isOne();

    assertStatus(200, app, "POST", "/api/exposure", RIGHT, "0.5", "exposure 0.5\n");
    assertStatus(200, app, "POST", "/api/pause", RIGHT, "", "exposure 0.5, paused\n");
    assertStatus(200, app, "POST", "/api/resume", RIGHT, "", "exposure 0.5\n");
    assertThat(app.metrics().value("mirror_exposure")).isEqualTo(0.5);
    assertThat(send(app, "POST", "/metrics", RIGHT, "").statusCode()).isEqualTo(405);
  }

  @Test
  void whereAUserIsNamedNobodyElseIsAnswered() throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "pass:word");
    MirroredApp app =
        apps.script(source, target)
            .set("metrics.user", "prometheus")
            .set("metrics.password-file", password.toString())
            .start();
    app.run(scene -> scene.execute("a", "select 1"));
    for (Served served : SERVED) {
      for (String wrong : List.of(NONE, basic("prometheus:word"), basic("other:pass:word"))) {
        HttpResponse<String> refused = send(app, "GET", served.path(), wrong, "");
        assertThat(refused.statusCode()).as(served.path() + " with " + wrong).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
            .startsWith("Basic realm=\"jdbc-mirror\"");
      }
      String right = basic("prometheus:pass:word");
      assertThat(send(app, "GET", served.path(), right, "").statusCode()).isNotEqualTo(401);
    }
    assertThat(app.exit()).isZero(); // the fixture would look at metrics without the password
  }

  private static MirroredApp worked(MirroredApp app) {
    app.run(scene -> scene.execute("a", "select 1"));
    app.drain();
    return app;
  }

  private static String basic(String userAndPassword) {
    byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private static void assertStatus(
      int status,
      MirroredApp app,
      String method,
      String path,
      String authorization,
      String body,
      String answer)
      throws IOException, InterruptedException {
    HttpResponse<String> response = send(app, method, path, authorization, body);
    assertThat(response.statusCode()).as("%s %s %s", method, path, body).isEqualTo(status);
    assertThat(response.body()).startsWith(answer);
  }

  private static HttpResponse<String> send(
      MirroredApp app, String method, String path, String authorization, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.metricsPort() + path))
            .method(method, BodyPublishers.ofString(body));
    if (!authorization.equals(NONE)) {
      request.header("Authorization", authorization);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
