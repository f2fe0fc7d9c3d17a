package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics, page and report over HTTPS, where the agent is given a key. */
class HttpsTest extends MirrorSuite {
  private static final String PASSWORD = "changeit";

  @TempDir private Path folder;

  HttpsTest() {
    super(Vendor.H2);
  }

  @Test
  void withAKeyEachPathIsServedByHttpsAlone() throws Exception {
    Path keystore = keystore();
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    MirroredApp app =
        apps.script(source, target)
            .set("metrics.keystore", keystore.toString())
            .set("metrics.keystore-password-file", password.toString())
            .start();
    app.run(scene -> scene.execute("a", "select 1"));
    String said = app.process().stderr().await("metrics on https://");
    String address = said.substring(said.indexOf("https://")).replace("/metrics", "");

    HttpClient client = HttpClient.newBuilder().sslContext(trusting(keystore)).build();
    for (String path : List.of("/", "/metrics", "/-/healthy", "/api/status", "/report")) {
      assertThat(get(client, address + path).statusCode()).as(path).isEqualTo(200);
    }
    assertThatThrownBy(() -> get(client, address.replace("https", "http") + "/metrics"))
        .isInstanceOf(IOException.class);
    assertThat(app.exit()).isZero();
  }

  private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private Path keystore() throws Exception {
    Path keystore = folder.resolve("keys");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias metrics -keyalg EC -dname CN=localhost -ext SAN=IP:127.0.0.1"
            + " -storetype PKCS12 -storepass changeit -keystore ";
    List<String> command = List.of((keytool + " " + options + keystore).split(" "));
    Path output = folder.resolve("output");
    Process made =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(made.waitFor()).as(Files.readString(output)).isZero();
    return keystore;
  }

  private static SSLContext trusting(Path keystore) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
