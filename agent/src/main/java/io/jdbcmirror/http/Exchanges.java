package io.jdbcmirror.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jdbcmirror.support.AgentLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Carries requests and responses between the JDK's server and who answers them. */
final class Exchanges implements HttpHandler {
  private static final int MIN_COMPRESSED = 1_024;
  private static final long NO_BODY = -1;

  private final Router router;
  private final Access access;
  private final Control control;

  Exchanges(Router router, Access access, Control control) {
    this.router = router;
    this.access = access;
    this.control = control;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      send(exchange, respond(exchange));
    } finally {
      exchange.close();
    }
  }

  private Response respond(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String authorization = headers.getFirst("Authorization");
    String path = exchange.getRequestURI().getRawPath();
    String method = exchange.getRequestMethod();
    try {
      if (control.isAt(path)) {
        Post post = new Post(authorization, exchange.getRequestBody(), client(exchange));
        return control.respond(method, path, post);
      }
      return access.isAllowed(authorization)
          ? router.respond(request(exchange, headers.getFirst("Accept")))
          : access.denial();
    } catch (IOException | RuntimeException | LinkageError e) {
      AgentLog.warnOnce("http", "an HTTP request failed: " + AgentLog.describe(e));
      return Response.text(500, "internal error");
    }
  }

  private static Request request(HttpExchange exchange, @Nullable String accept) {
    URI uri = exchange.getRequestURI();
    return new Request(exchange.getRequestMethod(), uri.getRawPath(), uri.getRawQuery(), accept);
  }

  private static String client(HttpExchange exchange) {
    InetSocketAddress address = exchange.getRemoteAddress();
    return address.getAddress().getHostAddress() + ", port " + address.getPort();
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    response.headers().forEach(headers::set);
    byte[] body = response.body();
    if (body.length >= MIN_COMPRESSED) {
      headers.set("Vary", "Accept-Encoding");
      if (takesGzip(exchange.getRequestHeaders().getFirst("Accept-Encoding"))) {
        headers.set("Content-Encoding", "gzip");
        body = gzip(body);
      }
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      // The server takes a length as an announcement of a body, and complains in the log.
      headers.set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(response.status(), NO_BODY);
    } else {
      exchange.sendResponseHeaders(response.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean takesGzip(@Nullable String acceptEncoding) {
    for (String coding : (acceptEncoding == null ? "" : acceptEncoding).split(",", -1)) {
      if (coding.trim().equalsIgnoreCase("gzip")) {
        return true;
      }
    }
    return false;
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    }
    return compressed.toByteArray();
  }
}
