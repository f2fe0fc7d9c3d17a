package io.jdbcmirror.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The verdict, each limit that is not kept, and all figures beside their limits. */
final class VerdictLayout {
  private final Readiness readiness;
  private final List<Node> checks;

  VerdictLayout(Readiness readiness, List<Node> checks) {
    this.readiness = readiness;
    this.checks = checks;
  }

  void show(View view) throws IOException {
    view.verdict(readiness, words());
    List<String[]> rows = new ArrayList<>();
    for (Node check : checks) {
      boolean kept = check.flag("ok");
      rows.add(new String[] {name(check), figure(check), limit(check), kept ? "yes" : "no"});
      if (!kept) {
        view.paragraph(reason(check));
      }
    }
    view.table(new String[] {"figure", "is", "limit", "kept"}, rows);
  }

  private String words() {
    switch (readiness) {
      case READY:
        return "Ready";
      case NOT_READY:
        return "Not ready";
      default:
        return "Not enough data";
    }
  }

  private static String reason(Node check) throws IOException {
    return check.text("setting")
        + "="
        + Figure.decimal(check.number("limit"))
        + " is not kept: "
        + name(check)
        + ": "
        + figure(check);
  }

  private static String figure(Node check) throws IOException {
    double figure = check.number("figure");
    boolean ofNone = check.text("setting").equals("report.max-time-ratio") && figure == 0;
    return ofNone ? "not certain of any" : Figure.decimal(figure);
  }

  private static String limit(Node check) throws IOException {
    String bound = check.text("setting").startsWith("report.min-") ? "at least " : "at most ";
    return bound + Figure.decimal(check.number("limit"));
  }

  private static String name(Node check) throws IOException {
    switch (check.text("setting")) {
      case "report.min-compared":
        return "requests compared";
      case "report.max-error-share":
        return "share of the requests tried that failed on the target";
      case "report.max-unexplained":
        return "differences that nothing explains";
      case "report.max-time-ratio":
        return "slowest statement's median or 95th percentile by the source's, at least";
      case "report.max-dropped-share":
        return "share of the requests to be mirrored that was dropped";
      default:
        return check.text("setting");
    }
  }
}
