package io.jdbcmirror.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A metrics server that answers one user only, or speaks HTTPS. */
class ProtectedServerTest {
  private static final String PASSWORD = "pass:w\u00f6rd";

  @TempDir Path folder;
  private final Properties settings = new Properties();
  private MetricsServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics", "/-/healthy", "/-/ready", "/api/status", "/nowhere"})
  void withoutTheRightPasswordNothingIsAnswered(String path) throws Exception {
    start("metrics.user", "prometheus", "metrics.password-file", file(PASSWORD));
    for (String wrong :
        new String[] {
          null, basic("prometheus:"), basic("other:" + PASSWORD), "Basic !", "Bearer x"
        }) {
      HttpResponse<String> response = get(path, wrong, HttpClient.newHttpClient());
      assertThat(response.statusCode()).as("%s", wrong).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .hasValue("Basic realm=\"jdbc-mirror\", charset=\"UTF-8\"");
      assertThat(response.body()).isEqualTo("unauthorized\n");
    }
    HttpResponse<String> right =
        get(path, basic("prometheus:" + PASSWORD), HttpClient.newHttpClient());
    assertThat(right.statusCode()).isNotEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void withAKeystoreItSpeaksHttps(String type) throws Exception {
    Path keystore = keystore(type);
    start(
        "metrics.keystore",
        keystore.toString(),
        "metrics.keystore-password-file",
        file("changeit"));
    assertThat(server.address()).startsWith("https://");
    HttpClient client = HttpClient.newBuilder().sslContext(trusting(keystore)).build();
    assertThat(get("/-/healthy", null, client).body()).isEqualTo("healthy\n");
    URI plain = URI.create(server.address().replace("https", "http") + "/metrics");
    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aKeystoreThatCannotBeOpenedMeansNoServer() throws Exception {
    start(
        "metrics.keystore",
        keystore("PKCS12").toString(),
        "metrics.keystore-password-file",
        file("wrong"));
    assertThat(server).isNull();
  }

  private void start(String... keysAndValues) throws Exception {
    settings.setProperty("jdbcmirror.metrics.port", "0");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.setProperty("jdbcmirror." + keysAndValues[i], keysAndValues[i + 1]);
    }
    Config config = Config.load(null, settings, Map.of());
    server = MetricsServer.start(config, new PrometheusRecorder("1"), new FixedStatus());
  }

  private HttpResponse<String> get(String path, String authorization, HttpClient client)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String basic(String userAndPassword) {
    byte[] bytes = userAndPassword.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private String file(String line) throws IOException {
    return Files.writeString(folder.resolve("password"), line + "\n").toString();
  }

  private Path keystore(String type) throws Exception {
    Path keystore = folder.resolve("keys");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "metrics",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                type,
                "-storepass",
                "changeit",
                "-keypass",
                "changeit",
                "-keystore",
                keystore.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool").toFile())
            .start();
    assertThat(made.waitFor()).as(Files.readString(folder.resolve("keytool"))).isZero();
    return keystore;
  }

  private static SSLContext trusting(Path keystore) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try (InputStream in = new FileInputStream(keystore.toFile())) {
      store.load(in, "changeit".toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
