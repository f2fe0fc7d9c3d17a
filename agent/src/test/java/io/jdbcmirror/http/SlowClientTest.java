package io.jdbcmirror.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// https://github.com/prometheus/client_java/issues/2284
class SlowClientTest {
  private static final int MORE_THAN_THREADS = 100;

  private final List<Socket> clients = new ArrayList<>();
  private JdkServer server;

  @BeforeEach
  void start() throws Exception {
    // More than the kernel buffers for one connection.
    byte[] large = new byte[8 << 20];
    Router router =
        new Router(
            Map.of(
                "/small", request -> Response.text(200, "small"),
                "/large", request -> new Response(200, "application/octet-stream", large)));
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Exchanges exchanges = new Exchanges(router, Access.everybody(), Control.off());
    server = JdkServer.start(HttpServer.create(anyPort, 0), exchanges, new Workers());
  }

  @AfterEach
  void stop() throws IOException {
    server.stop();
    for (Socket client : clients) {
      client.close();
    }
  }

  @Test
  void whoNeverEndsItsRequestDoesNotHoldUpTheOthers() throws Exception {
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      send("GET /small HTTP/1.1\r\nHost:");
    }
    assertThat(small().statusCode()).isEqualTo(200);
  }

  @Test
  void whoNeverReadsItsResponseDoesNotHoldUpTheOthers() throws Exception {
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    assertThat(small().statusCode()).isEqualTo(200);
  }

  private void send(String text) throws IOException {
    Socket client = new Socket();
    client.setReceiveBufferSize(4_096);
    client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    clients.add(client);
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private HttpResponse<String> small() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/small");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
