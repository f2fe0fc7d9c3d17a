package io.jdbcmirror.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A report as one HTML file without scripts and outside resources. Every text is escaped. */
final class HtmlView implements View {
  /** A cell longer than this may be broken anywhere, on a narrow screen. */
  private static final int LONG = 24;

  private final StringBuilder body = new StringBuilder(1 << 14);

  /** The whole file. */
  String html() throws IOException {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n"
        + "<title>jdbc-mirror: report</title>\n<style>\n"
        + style()
        + "\n</style>\n</head>\n<body>\n<main>\n"
        + body
        + "</main>\n</body>\n</html>\n";
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlView.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IOException("the agent's jar has no report.css");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .collect(Collectors.joining("\n"));
    }
  }

  @Override
  public void heading(int level, String text) {
    element("h" + level, "", text);
  }

  @Override
  public void verdict(Readiness readiness, String text) {
    element("p", " class=\"verdict " + readiness.label() + "\"", text);
  }

  @Override
  public void paragraph(String text) {
    element("p", "", text);
  }

  @Override
  public void code(String text) {
    element("pre", "", text);
  }

  @Override
  public void table(String[] columns, List<String[]> rows) {
    body.append("<table>\n<thead><tr>");
    for (String column : columns) {
      cell("th", " scope=\"col\"", column);
    }
    body.append("</tr></thead>\n<tbody>\n");
    rows.forEach(this::row);
    body.append("</tbody>\n</table>\n");
  }

  private void row(String[] cells) {
    body.append("<tr>");
    cell("th", " scope=\"row\"" + breaking(cells[0]), cells[0]);
    for (int i = 1; i < cells.length; i++) {
      cell("td", breaking(cells[i]), cells[i]);
    }
    body.append("</tr>\n");
  }

  private static String breaking(String text) {
    return text.length() > LONG ? " class=\"long\"" : "";
  }

  private void element(String name, String attributes, String text) {
    cell(name, attributes, text);
    body.append('\n');
  }

  private void cell(String name, String attributes, String text) {
    body.append('<').append(name).append(attributes).append('>');
    escape(text);
    body.append("</").append(name).append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<':
          body.append("&lt;");
          break;
        case '>':
          body.append("&gt;");
          break;
        case '&':
          body.append("&amp;");
          break;
        case '"':
          body.append("&quot;");
          break;
        default:
          body.append(c);
      }
    }
  }
}
