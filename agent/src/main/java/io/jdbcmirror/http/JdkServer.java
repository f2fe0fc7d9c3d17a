package io.jdbcmirror.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** The JDK's own HTTP server, with workers of ours. Nothing outside loads this class early. */
final class JdkServer {
  private static final int BACKLOG = 16;

  private final HttpServer server;
  private final Workers workers;

  private JdkServer(HttpServer server, Workers workers) {
    this.server = server;
    this.workers = workers;
  }

  /** To be called on a daemon thread: the server's own thread becomes what this one is. */
  static JdkServer start(String host, int port, Router router) throws IOException {
    return start(host, port, router, new Workers());
  }

  static JdkServer start(String host, int port, Router router, Workers workers) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
    server.setExecutor(workers);
    // One context for all paths: the server's own match by prefix, /metrics takes /metricsXYZ.
    server.createContext("/", new Exchanges(router));
    server.start();
    return new JdkServer(server, workers);
  }

  int port() {
    return server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
    workers.stop();
  }
}
