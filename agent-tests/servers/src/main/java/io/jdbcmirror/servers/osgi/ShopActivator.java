package io.jdbcmirror.servers.osgi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jdbcmirror.servers.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Takes orders. The driver is a bundle of its own, whose packages this one imports. */
public final class ShopActivator implements BundleActivator {
  private static final String CUSTOMER = "customer=";

  private final JdbcDataSource dataSource = new JdbcDataSource();
  private final HttpServer server;

  public ShopActivator() throws IOException {
    int port = Integer.getInteger("shop.port");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/order", this::answer);
    dataSource.setURL(System.getProperty("shop.url"));
    dataSource.setUser(System.getProperty("shop.user"));
  }

  @Override
  public void start(BundleContext context) {
    server.start();
  }

  @Override
  public void stop(BundleContext context) {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      String query = exchange.getRequestURI().getQuery();
      String answer = Shop.order(connection, query.substring(CUSTOMER.length())) + "\n";
      send(exchange, 200, answer);
    } catch (SQLException | LinkageError e) {
      send(exchange, 500, e.toString());
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
