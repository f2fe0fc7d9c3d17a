package io.jdbcmirror.report;

import java.io.IOException;
import java.io.InputStream;

/** A report that was written as JSON, for a terminal. Immutable. */
public final class TextReport {
  private final Readiness readiness;
  private final String text;

  private TextReport(Readiness readiness, String text) {
    this.readiness = readiness;
    this.text = text;
  }

  /**
   * @throws IOException if it cannot be read or is no report; the message says so
   */
  public static TextReport read(InputStream json) throws IOException {
    ReportLayout layout = new ReportLayout(Node.read(json));
    TextView view = new TextView();
    layout.show(view);
    return new TextReport(layout.readiness(), view.text());
  }

  public Readiness readiness() {
    return readiness;
  }

  /** What the HTML file says, in lines. */
  public String text() {
    return text;
  }
}
