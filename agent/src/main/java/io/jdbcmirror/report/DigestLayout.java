package io.jdbcmirror.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The digests that changed most, each with both sides' times and what is behind it. */
final class DigestLayout {
  private static final String[] SIDES = {"times", "count", "p50", "p95"};

  private final Node report;

  DigestLayout(Node report) {
    this.report = report;
  }

  void show(View view) throws IOException {
    List<Node> digests = report.nodes("digests");
    view.heading(2, "What changed most");
    if (digests.isEmpty()) {
      view.paragraph("No statement is known to be slower or faster, none fails, none differs.");
      return;
    }
    view.paragraph(
        "The first "
            + digests.size()
            + " of "
            + Figure.count(report.number("changed"))
            + " statements that are slower or faster, fail or differ.");
    for (Node digest : digests) {
      show(view, digest);
    }
  }

  private static void show(View view, Node digest) throws IOException {
    view.heading(3, digest.text("verb") + " " + digest.text("id") + ": " + speed(digest));
    view.code(digest.text("text"));
    showTimes(view, digest);
    view.paragraph(counts(digest));
    showErrors(view, digest);
  }

  private static void showTimes(View view, Node digest) throws IOException {
    Node times = digest.node("latencySeconds");
    if (times.node("target").number("count") == 0) {
      return; // it has never succeeded there
    }
    Node ratio = digest.node("ratio");
    view.table(
        SIDES,
        Arrays.asList(
            side("source", times.node("source")),
            side("target", times.node("target")),
            new String[] {"target / source", "", ratio(ratio, "p50"), ratio(ratio, "p95")}));
  }

  private static String speed(Node digest) throws IOException {
    switch (digest.text("speed")) {
      case "not_enough_data":
        return "not certain whether slower";
      case "same":
        return "as fast";
      default:
        return digest.text("speed");
    }
  }

  private static String[] side(String name, Node times) throws IOException {
    return new String[] {
      name, Figure.count(times.number("count")), time(times, "p50"), time(times, "p95")
    };
  }

  private static String time(Node times, String name) throws IOException {
    return times.isNull(name) ? "" : Figure.millis(times.number(name));
  }

  private static String ratio(Node ratios, String name) throws IOException {
    Node ratio = ratios.node(name);
    return ratio.isNull("estimate") ? "" : Figure.decimal(ratio.number("estimate"));
  }

  private static String counts(Node digest) throws IOException {
    return "Database "
        + digest.text("database")
        + ", calls: "
        + Figure.count(digest.number("calls"))
        + ". Compared: "
        + list(digest.node("verdicts"))
        + ". Differences by what explains them: "
        + list(digest.node("attributions"))
        + ".";
  }

  private static void showErrors(View view, Node digest) throws IOException {
    List<String> errors = new ArrayList<>();
    for (Node error : digest.nodes("errorsBy")) {
      errors.add(
          error.text("type")
              + " "
              + error.text("sqlState")
              + " "
              + Figure.count(error.number("count")));
    }
    if (!errors.isEmpty()) {
      view.paragraph("Errors by SQLState: " + String.join(", ", errors) + ".");
    }
  }

  /** Of counts, those that are not 0. */
  private static String list(Node counts) throws IOException {
    List<String> parts = new ArrayList<>();
    for (Object name : counts.names()) {
      double count = counts.number((String) name);
      if (count != 0) {
        parts.add(name + " " + Figure.count(count));
      }
    }
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }
}
