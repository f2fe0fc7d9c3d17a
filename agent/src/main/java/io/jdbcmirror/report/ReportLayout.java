package io.jdbcmirror.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What people read of a report, in which order. */
final class ReportLayout {
  private final Node report;

  /**
   * @throws IOException if it is no report, or one that this version does not know
   */
  ReportLayout(Node report) throws IOException {
    this.report = report;
    if (report.number("reportVersion") != ReportJson.VERSION) {
      throw new IOException("it is of another version: this program reads " + ReportJson.VERSION);
    }
  }

  Readiness readiness() throws IOException {
    String label = report.text("verdict");
    for (Readiness readiness : Readiness.values()) {
      if (readiness.label().equals(label)) {
        return readiness;
      }
    }
    throw new IOException("it is no report of jdbc-mirror: there is no such verdict");
  }

  void show(View view) throws IOException {
    view.heading(1, "Report: would it run on the target?");
    new VerdictLayout(readiness(), report.nodes("checks")).show(view);
    view.paragraph(
        "Source database: "
            + databases()
            + ". From "
            + moment("since")
            + " to "
            + moment("at")
            + ".");
    if (report.flag("targetRefused")) {
      view.paragraph("The target was refused: it is, or may be, the source.");
    }
    new DigestLayout(report).show(view);
    new AccountLayout(report).show(view);
    showSettings(view);
    showVersions(view);
  }

  /** To the second, as people write it. */
  private String moment(String name) throws IOException {
    return report.text(name).replaceAll("T(\\d\\d:\\d\\d:\\d\\d)[.\\d]*Z", " $1 UTC");
  }

  private String databases() throws IOException {
    List<String> names = new ArrayList<>();
    for (Node database : report.nodes("databases")) {
      names.add(database.text("database"));
    }
    return names.isEmpty() ? "none was seen" : String.join(", ", names);
  }

  private void showVersions(View view) throws IOException {
    view.heading(2, "Versions");
    view.paragraph("jdbc-mirror " + report.text("version") + ", Java " + report.text("java") + ".");
  }

  private void showSettings(View view) throws IOException {
    Node settings = report.node("settings");
    List<String[]> rows = new ArrayList<>();
    for (Object key : settings.names()) {
      Node setting = settings.node((String) key);
      if (!setting.isNull("value")) {
        rows.add(new String[] {(String) key, setting.text("value"), setting.text("source")});
      }
    }
    view.heading(2, "Settings");
    view.table(new String[] {"key", "value", "from"}, rows);
  }
}
