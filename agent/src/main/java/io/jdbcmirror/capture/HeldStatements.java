package io.jdbcmirror.capture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The statements of one session on which something is bound or batched: when its capture is
 * switched off, they let go of it, though the application may keep them for long. Weak, since
 * statements may be forgotten without being closed. Thread-safe.
 */
final class HeldStatements {
  private final Set<StatementCapture> statements =
      Collections.newSetFromMap(new WeakHashMap<StatementCapture, Boolean>());

  synchronized void add(StatementCapture statement) {
    statements.add(statement);
  }

  synchronized void remove(StatementCapture statement) {
    statements.remove(statement);
  }

  void releaseAll() {
    List<StatementCapture> all;
    synchronized (this) {
      all = new ArrayList<>(statements);
      statements.clear();
    }
    for (StatementCapture each : all) {
      each.release();
    }
  }
}
