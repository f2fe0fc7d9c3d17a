package io.jdbcmirror.target;

import io.jdbcmirror.traffic.StatementText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The prepared statements of one target session, the most recently used of them. Not thread-safe.
 */
final class StatementCache {
  private final StatementFactory factory;
  private final Map<StatementText, PreparedStatement> statements;

  StatementCache(StatementFactory factory, int capacity) {
    this.factory = factory;
    this.statements =
        new LinkedHashMap<StatementText, PreparedStatement>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<StatementText, PreparedStatement> eldest) {
            if (size() <= capacity) {
              return false;
            }
            Jdbc.closeQuietly(eldest.getValue());
            return true;
          }
        };
  }

  PreparedStatement get(StatementText text) throws SQLException {
    PreparedStatement statement = statements.get(text);
    if (statement == null) {
      statement = factory.prepared(text);
      statements.put(text, statement);
    }
    return statement;
  }

  /** After an error: parameters and batch entries of the failed call must not be met again. */
  void drop(StatementText text) {
    Jdbc.closeQuietly(statements.remove(text));
  }

  int size() {
    return statements.size();
  }
}
