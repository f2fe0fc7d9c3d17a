package io.jdbcmirror.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A file of the page for people. The page needs none but those beside it in the jar, and asks
 * {@code /api} for data. The browser is told to take scripts and styles from files alone and never
 * to make elements or code of a text, so that nothing that stands in a statement can become a part
 * of the page.
 */
final class PageFile implements Page {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private static final String[] SCRIPTS = {
    "charts.js", "digests.js", "dom.js", "main.js", "overview.js", "samples.js", "words.js"
  };

  private final String contentType;
  private final byte[] content;

  private PageFile(String name, String contentType) throws IOException {
    this.contentType = contentType + "; charset=utf-8";
    this.content = read("page/" + name);
  }

  /** All of them, by path. */
  static Map<String, Page> all() throws IOException {
    Map<String, Page> files = new HashMap<>();
    files.put("/", new PageFile("index.html", "text/html"));
    files.put("/page/style.css", new PageFile("style.css", "text/css"));
    for (String script : SCRIPTS) {
      files.put("/page/" + script, new PageFile(script, "text/javascript"));
    }
    return files;
  }

  @Override
  public Response get(Request request) {
    return new Response(200, contentType, content)
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
  }

  private static byte[] read(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = PageFile.class.getResourceAsStream(name)) {
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
}
