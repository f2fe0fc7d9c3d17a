package io.jdbcmirror.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jdbcmirror.config.Config;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;

/** The JDK's own HTTP server, with workers of ours. Nothing outside loads this class early. */
final class JdkServer {
  private static final int BACKLOG = 128;

  private final HttpServer server;
  private final Workers workers;

  private JdkServer(HttpServer server, Workers workers) {
    this.server = server;
    this.workers = workers;
  }

  /** To be called on a daemon thread: the server's own thread becomes what this one is. */
  static JdkServer start(Config config, Exchanges exchanges) throws IOException {
    InetSocketAddress address = new InetSocketAddress(config.metricsHost(), config.metricsPort());
    File keystore = config.metricsKeystore();
    return keystore == null
        ? start(HttpServer.create(address, BACKLOG), exchanges, new Workers())
        : startTls(address, keystore, config, exchanges);
  }

  private static JdkServer startTls(
      InetSocketAddress address, File keystore, Config config, Exchanges exchanges)
      throws IOException {
    char[] password = String.valueOf(config.metricsKeystorePassword()).toCharArray();
    SSLContext context = Tls.context(keystore, password);
    HttpsServer server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return start(server, exchanges, new Workers());
  }

  static JdkServer start(HttpServer server, Exchanges exchanges, Workers workers) {
    server.setExecutor(workers);
    // One context for all paths: the server's own match by prefix, /metrics takes /metricsXYZ.
    server.createContext("/", exchanges);
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
