package io.jdbcmirror.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Status, headers and body. The body is the same for {@code GET} and {@code HEAD}. */
final class Response {
  private static final String NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'";

  private final int status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final byte[] body;

  /**
   * @param body not empty; kept, not copied
   */
  Response(int status, String contentType, byte[] body) {
    this.status = status;
    this.body = body;
    headers.put("Content-Type", contentType);
    headers.put("Content-Security-Policy", NOTHING_ALLOWED);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cache-Control", "no-store");
    headers.put("Referrer-Policy", "no-referrer");
  }

  static Response text(int status, String line) {
    byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
    return new Response(status, "text/plain; charset=utf-8", body);
  }

  Response header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
