package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Request;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The prepared statements of one target session, the most recently used of them. Not thread-safe.
 */
final class StatementCache {
  private final StatementFactory factory;
  private final int maxStatements;
  private final int maxCharacters;
  private final Map<StatementKey, PreparedStatement> statements =
      new LinkedHashMap<>(16, 0.75f, true);
  private long characters;

  /**
   * @param maxStatements the most recently used of them are kept
   * @param maxCharacters of their texts together: an application may write each list of values out,
   *     so that every text is long and another
   */
  StatementCache(StatementFactory factory, int maxStatements, int maxCharacters) {
    this.factory = factory;
    this.maxStatements = maxStatements;
    this.maxCharacters = maxCharacters;
  }

  PreparedStatement get(Request request) throws SQLException {
    StatementKey key = StatementKey.of(request);
    PreparedStatement statement = statements.get(key);
    if (statement == null) {
      statement = factory.prepared(request.statement(), request.options());
      statements.put(key, statement);
      characters += key.characters();
      makeRoom();
    } else {
      factory.reused(statement, request.options());
    }
    return statement;
  }

  /** The one that was just put stays in any case: it is about to be used. */
  private void makeRoom() {
    Iterator<Map.Entry<StatementKey, PreparedStatement>> eldest = statements.entrySet().iterator();
    while (statements.size() > 1
        && (statements.size() > maxStatements || characters > maxCharacters)) {
      Map.Entry<StatementKey, PreparedStatement> each = eldest.next();
      characters -= each.getKey().characters();
      Jdbc.closeQuietly(each.getValue());
      eldest.remove();
    }
  }

  /** After an error: parameters and batch entries of the failed call must not be met again. */
  void drop(Request request) {
    StatementKey key = StatementKey.of(request);
    PreparedStatement statement = statements.remove(key);
    if (statement != null) {
      characters -= key.characters();
      Jdbc.closeQuietly(statement);
    }
  }

  void clear() {
    statements.values().forEach(Jdbc::closeQuietly);
    statements.clear();
    characters = 0;
  }

  int size() {
    return statements.size();
  }
}
