package io.jdbcmirror.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page for people: one file, which needs no other and asks {@code /api/status} for data. */
final class HtmlPage implements Page {
  private final byte[] html;
  private final String contentSecurityPolicy;

  HtmlPage() throws IOException {
    this.html = read("page.html");
    String text = new String(html, StandardCharsets.UTF_8);
    this.contentSecurityPolicy =
        "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'; style-src "
            + hash(text, "<style>", "</style>")
            + "; script-src "
            + hash(text, "<script>", "</script>");
  }

  @Override
  public Response get(Request request) {
    return new Response(200, "text/html; charset=utf-8", html)
        .header("Content-Security-Policy", contentSecurityPolicy);
  }

  private static byte[] read(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = MetricsServer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the agent's jar has no " + name);
      }
      byte[] buffer = new byte[8_192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
      }
    }
    return bytes.toByteArray();
  }

  /** Allows this one inline element, and no other that somebody might slip in. */
  private static String hash(String html, String start, String end) {
    int from = html.indexOf(start) + start.length();
    byte[] element = html.substring(from, html.indexOf(end, from)).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(element);
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
