package io.jdbcmirror.comparison;

import io.jdbcmirror.metrics.Attribution;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the tables: which of them lack something on the target, and who has changed
 * them lately. Tables go by their names without schema, so two of one name are taken for one; what
 * a view, a function or a trigger reads and writes is not known. A procedure may change any table
 * as it is called; which of them lack something where one was not, is not known. Bounded,
 * thread-safe.
 */
final class TableHistory {
  private static final int MAX_TABLES = 2_000;
  private static final int MAX_CHANGES = 64;

  /** Of some seconds: what is forgotten of these would explain differences in every table. */
  private static final int MAX_ANYWHERE = 8_192;

  private final Map<String, Attribution> lacking = new HashMap<>();
  private final Map<String, Deque<Change>> changes =
      new LinkedHashMap<String, Deque<Change>>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Change>> eldest) {
          return size() > MAX_TABLES;
        }
      };
  private final Deque<Change> anywhere = new ArrayDeque<>();
  private @Nullable Attribution allLack;

  /** Something that the source has in these tables, the target has not; the first reason stays. */
  synchronized void lacks(List<String> tables, Attribution why) {
    for (String table : tables) {
      if (lacking.size() < MAX_TABLES) {
        lacking.putIfAbsent(plain(table), why);
      } else {
        lacksAnywhere(why);
      }
    }
  }

  /** Nobody knows in which tables. */
  synchronized void lacksAnywhere(Attribution why) {
    if (allLack == null) {
      allLack = why;
    }
  }

  /** Why one of the tables may differ; null if none lacks anything. */
  synchronized @Nullable Attribution lack(List<String> tables) {
    for (String table : tables) {
      Attribution why = lacking.get(plain(table));
      if (why != null) {
        return why;
      }
    }
    return allLack;
  }

  synchronized void changed(List<String> tables, Change change) {
    for (String table : tables) {
      Deque<Change> latest = changes.computeIfAbsent(plain(table), name -> new ArrayDeque<>());
      add(change, latest, MAX_CHANGES);
    }
  }

  /** Nobody knows which tables. */
  synchronized void changedAnywhere(Change change) {
    add(change, anywhere, MAX_ANYWHERE);
  }

  private static void add(Change change, Deque<Change> latest, int max) {
    latest.addLast(change);
    if (latest.size() > max) {
      latest.removeFirst();
    }
  }

  /**
   * Whether a session saw one of the tables on one side with, on the other without what another
   * session did to it. Where so much has been changed since that nothing is known of the time in
   * question, it may have been so.
   */
  synchronized boolean mayHaveCrossed(List<String> tables, Reading reading) {
    for (String table : tables) {
      if (mayHaveCrossed(changes.getOrDefault(plain(table), EMPTY), MAX_CHANGES, reading)) {
        return true;
      }
    }
    return mayHaveCrossed(anywhere, MAX_ANYWHERE, reading);
  }

  private static boolean mayHaveCrossed(Deque<Change> latest, int max, Reading reading) {
    boolean forgotten = latest.size() == max && latest.getFirst().isAfter(reading.startNanos());
    return forgotten || latest.stream().anyMatch(reading::mayHaveCrossed);
  }

  private static final Deque<Change> EMPTY = new ArrayDeque<>(0);

  private static String plain(String table) {
    String name = table.substring(table.lastIndexOf('.') + 1);
    return name.replace("\"", "").replace("`", "").toLowerCase(Locale.ROOT);
  }

  /** Tables that lack something, by reason; for tests. */
  synchronized Map<String, Attribution> lacking() {
    return Collections.unmodifiableMap(new HashMap<>(lacking));
  }
}
