package io.jdbcmirror.demo.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds each row's partner on the other side and counts what differs. A row waits in memory until
 * its partner comes, so nothing depends on how a database orders keys; where both sides come in the
 * same order, only rows without a partner are kept.
 */
final class RowMatcher {
  private static final int EXAMPLES = 3;

  private final Table table;
  private final Map<List<Object>, Row> sourceWaiting = new HashMap<>();
  private final Map<List<Object>, Row> targetWaiting = new HashMap<>();
  private final List<String> examples = new ArrayList<>();
  private long equal;
  private long different;

  RowMatcher(Table table) {
    this.table = table;
  }

  void source(Row row) {
    Row partner = targetWaiting.remove(row.key());
    if (partner == null) {
      sourceWaiting.put(row.key(), row);
    } else {
      compare(row, partner);
    }
  }

  void target(Row row) {
    Row partner = sourceWaiting.remove(row.key());
    if (partner == null) {
      targetWaiting.put(row.key(), row);
    } else {
      compare(partner, row);
    }
  }

  TableResult result() {
    sourceWaiting.keySet().forEach(key -> example(key, "only on the source"));
    targetWaiting.keySet().forEach(key -> example(key, "only on the target"));
    return new TableResult(
        table.name(),
        equal,
        different,
        sourceWaiting.size(),
        targetWaiting.size(),
        List.copyOf(examples));
  }

  private void compare(Row source, Row target) {
    if (source.values().equals(target.values())) {
      equal++;
      return;
    }
    different++;
    for (int i = 0; i < table.columns().size(); i++) {
      Object here = source.values().get(i);
      Object there = target.values().get(i);
      if (!Objects.equals(here, there)) {
        example(source.key(), table.columns().get(i) + " " + shown(here) + " / " + shown(there));
      }
    }
  }

  private void example(List<Object> key, String what) {
    if (examples.size() < EXAMPLES) {
      examples.add(table.name() + " " + table.key() + " = " + key + ": " + what);
    }
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "null" : value.toString();
  }
}
