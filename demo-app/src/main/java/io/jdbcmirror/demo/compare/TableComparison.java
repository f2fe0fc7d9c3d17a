package io.jdbcmirror.demo.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares tables of two databases row by row, by primary key, all values as typed. Nobody may
 * write meanwhile. Both databases are to be of one vendor.
 */
public final class TableComparison {
  private final Connection source;
  private final Connection target;

  /** Switches autocommit off on both connections, and never commits. */
  public TableComparison(Connection source, Connection target) throws SQLException {
    this.source = source;
    this.target = target;
    source.setAutoCommit(false);
    target.setAutoCommit(false);
  }

  /**
   * Every table of the two current schemas.
   *
   * @throws SQLException also where a table is missing on one side or has other columns there
   */
  public List<TableResult> compareAll() throws SQLException {
    Map<String, Table> here = byName(source);
    Map<String, Table> there = byName(target);
    Set<String> names = new LinkedHashSet<>(here.keySet());
    names.addAll(there.keySet());
    List<TableResult> results = new ArrayList<>();
    for (String name : names) {
      Table table = here.get(name);
      if (table == null || !table.equals(there.get(name))) {
        throw new SQLException("table " + name + " is not the same on both sides");
      }
      results.add(compare(table, row -> true));
    }
    return results;
  }

  /** One table, and of it only the wanted rows of either side. */
  public TableResult compare(Table table, Predicate<Row> wanted) throws SQLException {
    RowMatcher matcher = new RowMatcher(table);
    try (RowCursor sourceRows = new RowCursor(source, table, wanted);
        RowCursor targetRows = new RowCursor(target, table, wanted)) {
      Row here = sourceRows.next();
      Row there = targetRows.next();
      while (here != null || there != null) {
        if (here != null) {
          matcher.source(here);
          here = sourceRows.next();
        }
        if (there != null) {
          matcher.target(there);
          there = targetRows.next();
        }
      }
    }
    return matcher.result();
  }

  private static Map<String, Table> byName(Connection connection) throws SQLException {
    return Tables.of(connection).stream()
        .collect(
            Collectors.toMap(
                Table::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }
}
