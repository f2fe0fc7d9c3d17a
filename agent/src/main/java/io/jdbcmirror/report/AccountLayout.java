package io.jdbcmirror.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Errors on the target; what became of the requests; what was not captured, what not compared. */
final class AccountLayout {
  private final Node report;

  AccountLayout(Node report) {
    this.report = report;
  }

  void show(View view) throws IOException {
    showErrors(view);
    List<Node> databases = report.nodes("databases");
    List<String[]> outcomes = new ArrayList<>();
    List<String[]> missing = new ArrayList<>();
    List<String[]> notCompared = new ArrayList<>();
    for (Node database : databases) {
      String name = database.text("database");
      Node requests = database.node("requests");
      for (String outcome : new String[] {"total", "mirrored", "failed", "open", "inFlight"}) {
        add(outcomes, name, outcome, requests.number(outcome));
      }
      add(missing, name, "unsampled", requests.number("unsampled"));
      add(missing, name, "filtered", requests.number("filtered"));
      addAll(missing, name, "discarded: ", requests.node("discarded"));
      addAll(missing, name, "dropped: ", requests.node("dropped"));
      addAll(notCompared, name, "", database.node("notCompared"));
    }
    table(view, "What became of the requests", "outcome", outcomes);
    table(view, "What was not mirrored, and why", "reason", missing);
    table(view, "What was not compared, and why", "reason", notCompared);
  }

  private void showErrors(View view) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (Node error : report.nodes("errorsBy")) {
      rows.add(
          new String[] {
            error.text("sqlState"), error.text("type"), Figure.count(error.number("count"))
          });
    }
    view.heading(2, "Errors on the target");
    showRows(view, new String[] {"SQLState", "type", "attempts"}, rows);
  }

  private static void addAll(List<String[]> rows, String database, String group, Node counts)
      throws IOException {
    for (Object reason : counts.names()) {
      add(rows, database, group + reason, counts.number((String) reason));
    }
  }

  private static void add(List<String[]> rows, String database, String name, double count) {
    if (count != 0) {
      rows.add(new String[] {name, Figure.count(count), database});
    }
  }

  private static void table(View view, String title, String column, List<String[]> rows) {
    view.heading(2, title);
    showRows(view, new String[] {column, "requests", "database"}, rows);
  }

  private static void showRows(View view, String[] columns, List<String[]> rows) {
    if (rows.isEmpty()) {
      view.paragraph("None.");
    } else {
      view.table(columns, rows);
    }
  }
}
