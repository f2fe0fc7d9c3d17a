package io.jdbcmirror.demo.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What can be compared when only a part of the transactions is mirrored: each order that is on the
 * target must be whole there, under the number that the source's database gave it. Its lines,
 * payment, voucher and history were written by one transaction, which is mirrored as a whole or not
 * at all. What later transactions change in place (stock, an order's status, a customer's sums)
 * differs by right.
 */
public final class OrderComparison {
  /** The tables that belong to an order, and the column that says to which. */
  private static final Map<String, String> PARTS =
      Map.of(
          "orders", "id",
          "order_line", "order_id",
          "payment", "order_id",
          "voucher_use", "order_id",
          "audit", "order_id");

  private final Connection target;
  private final TableComparison comparison;

  public OrderComparison(Connection source, Connection target) throws SQLException {
    this.target = target;
    comparison = new TableComparison(source, target);
  }

  /** The tables that belong to orders, with those rows only whose order is on the target. */
  public List<TableResult> compare() throws SQLException {
    List<Table> tables = Tables.of(target);
    Set<Object> orders = new HashSet<>();
    List<TableResult> results = new ArrayList<>();
    for (Table table : tables) {
      if (lowerCase(table.name()).equals("orders")) {
        orders.addAll(keys(table));
      }
    }
    for (Table table : tables) {
      String column = PARTS.get(lowerCase(table.name()));
      if (column != null) {
        results.add(compare(table, column, orders));
      }
    }
    return results;
  }

  private TableResult compare(Table table, String column, Set<Object> orders) throws SQLException {
    Table compared = table.without("status");
    int order = indexOf(compared, column);
    int event = indexOf(compared, "event");
    return comparison.compare(
        compared,
        row ->
            orders.contains(row.values().get(order))
                && (event < 0 || !"CANCELLED".equals(row.values().get(event))));
  }

  private List<Object> keys(Table orders) throws SQLException {
    List<Object> keys = new ArrayList<>();
    try (RowCursor rows = new RowCursor(target, orders, row -> true)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        keys.add(row.key().get(0));
      }
    }
    return keys;
  }

  private static int indexOf(Table table, String column) {
    return table.columns().stream().map(OrderComparison::lowerCase).toList().indexOf(column);
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
