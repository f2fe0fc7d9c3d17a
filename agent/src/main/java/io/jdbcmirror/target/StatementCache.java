package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Request;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The prepared statements of one target session, the most recently used of them. Not thread-safe.
 */
final class StatementCache {
  private final StatementFactory factory;
  private final Map<StatementKey, PreparedStatement> statements;

  StatementCache(StatementFactory factory, int capacity) {
    this.factory = factory;
    this.statements =
        new LinkedHashMap<StatementKey, PreparedStatement>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<StatementKey, PreparedStatement> eldest) {
            if (size() <= capacity) {
              return false;
            }
            Jdbc.closeQuietly(eldest.getValue());
            return true;
          }
        };
  }

  PreparedStatement get(Request request) throws SQLException {
    StatementKey key = StatementKey.of(request);
    PreparedStatement statement = statements.get(key);
    if (statement == null) {
      statement = factory.prepared(request.statement(), request.options());
      statements.put(key, statement);
    } else {
      factory.reused(statement, request.options());
    }
    return statement;
  }

  /** After an error: parameters and batch entries of the failed call must not be met again. */
  void drop(Request request) {
    Jdbc.closeQuietly(statements.remove(StatementKey.of(request)));
  }

  void clear() {
    statements.values().forEach(Jdbc::closeQuietly);
    statements.clear();
  }

  int size() {
    return statements.size();
  }
}
