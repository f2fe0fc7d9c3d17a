package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics server and clients that misbehave: neither scrapes nor the application notice. */
class PortTest extends MirrorSuite {
  private static final int SLOW = 100;
  private static final int QUICK = 10_000;

  private final List<Socket> clients = new ArrayList<>();
  private MirroredApp app;
  private int port;

  PortTest() {
    super(Vendor.H2);
  }

  @BeforeEach
  void start() {
    onBothSides("create table t (id int primary key)");
    app = mirror();
    app.run(scene -> scene.execute("a", "insert into t values (0)"));
    app.drain();
    port = app.metricsPort();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
  }

  @Test
  void slowReadersHalfOpenConnectionsAndGarbageHoldNobodyUp() throws Exception {
    long before = descriptors();
    byte[] noise = new byte[5_000];
    new Random(4711).nextBytes(noise);
    for (int i = 0; i < SLOW; i++) {
      connect(); // says nothing
      send("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20)); // and never reads
      send("GET /metrics HTTP/1.1\r\nHost:"); // and no more
      connect().getOutputStream().write(noise);
    }
    send("GET / HTTP/1.1\r\nHost: x\r\nX-Large: ");
    sendUntilHungUp("x".repeat(1 << 20), 64);

    long startNanos = System.nanoTime();
    Metrics metrics = app.metrics();
    System.out.printf(
        "A scrape beside %d slow clients: %d ms%n",
        clients.size(), (System.nanoTime() - startNanos) / 1_000_000);
    assertThat(metrics.mirrored()).isOne();
    assertTheApplicationGoesOn(1);
    assertNobodyIsLeft(before);
  }

  @Test
  void tenThousandQuickRequestsAreAnswered() throws Exception {
    app.metrics();
    long before = descriptors();
    List<Thread> threads = new ArrayList<>();
    List<Throwable> problems = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(this::ask);
      thread.setUncaughtExceptionHandler((t, thrown) -> problems.add(thrown));
      threads.add(thread);
      thread.start();
    }
    assertTheApplicationGoesOn(1);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(problems).isEmpty();
    assertTheApplicationGoesOn(2);
    assertNobodyIsLeft(before);
  }

  /** Each over a connection of its own, as many scrapers do. */
  private void ask() {
    byte[] request = "GET /metrics HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try {
      for (int i = 0; i < QUICK / 4; i++) {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
          client.getOutputStream().write(request);
          String answer =
              new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          assertThat(answer).startsWith("HTTP/1.1 200 ").contains("mirror_requests_total");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertTheApplicationGoesOn(int id) {
    app.run(scene -> scene.execute("a", "insert into t values (" + id + ")"));
    await().atMost(Duration.ofSeconds(30)).until(() -> target.count("t") == id + 1);
  }

  private void assertNobodyIsLeft(long descriptorsBefore) throws IOException {
    hangUp();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(descriptors()).isLessThanOrEqualTo(descriptorsBefore + 2));
    assertThat(app.stderr()).doesNotContain("\tat ");
  }

  private long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + app.process().pid() + "/fd"))) {
      return open.count();
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket();
    client.setReceiveBufferSize(4_096);
    client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    clients.add(client);
    return client;
  }

  private void send(String text) throws IOException {
    connect().getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The server may have enough of it at any time. */
  private void sendUntilHungUp(String text, int times) throws IOException {
    Socket last = clients.get(clients.size() - 1);
    try {
      for (int i = 0; i < times; i++) {
        last.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException hungUp) {
      return;
    }
  }
}
