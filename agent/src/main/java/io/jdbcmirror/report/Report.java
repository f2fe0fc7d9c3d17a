package io.jdbcmirror.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.PrometheusRecorder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The report on what has been counted so far. Thread-safe. */
public final class Report {
  private final ReportJson content;
  private final JsonFactory factory = new JsonFactory();

  public Report(Config config, PrometheusRecorder recorder) {
    this.content = new ReportJson(config, recorder);
  }

  /** As {@link ReportJson} says, in UTF-8. */
  public byte[] json() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    try (JsonGenerator out = factory.createGenerator(bytes)) {
      out.writeStartObject();
      content.write(out);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * The same as one HTML file that needs no other, in UTF-8.
   *
   * @param json from {@link #json()}
   */
  public static byte[] html(byte[] json) throws IOException {
    HtmlView view = new HtmlView();
    new ReportLayout(Node.read(new ByteArrayInputStream(json))).show(view);
    return view.html().getBytes(StandardCharsets.UTF_8);
  }
}
