package io.jdbcmirror.http;

import io.jdbcmirror.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** {@code /report}: the report as HTML, without scripts. */
final class ReportPage implements Page {
  private final Report report;

  ReportPage(Report report) {
    this.report = report;
  }

  @Override
  public Response get(Request request) throws IOException {
    byte[] html = Report.html(report.json());
    String style = hash(new String(html, StandardCharsets.UTF_8), "<style>", "</style>");
    return new Response(200, "text/html; charset=utf-8", html)
        .header(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                + " style-src "
                + style);
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
