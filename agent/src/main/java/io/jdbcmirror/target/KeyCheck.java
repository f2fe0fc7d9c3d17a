package io.jdbcmirror.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Reads the keys that the target has handed out, and compares. Used once. */
final class KeyCheck implements RequestRunner.Executed {
  private final @Nullable Object returned;
  private final Object column;
  private final long[] expected;
  private final boolean all;
  private boolean same;

  private KeyCheck(@Nullable Object returned, Object column, long[] expected, boolean all) {
    this.returned = returned;
    this.column = column;
    this.expected = expected;
    this.all = all;
  }

  /**
   * For an insert that asks for its keys.
   *
   * @param all whether the driver hands out all of them, and not perhaps the first alone
   */
  static KeyCheck ofAsked(Object column, long[] expected, boolean all) {
    return new KeyCheck(null, column, expected, all);
  }

  /** For one that returns them as its result. */
  static KeyCheck ofReturned(Object column, long[] expected) {
    return new KeyCheck(column, column, expected, true);
  }

  @Override
  public void executed(Statement statement, @Nullable ResultSet rows) throws SQLException {
    if (returned == null) {
      try (ResultSet keys = statement.getGeneratedKeys()) {
        same = compare(keys);
      }
    } else {
      same = rows != null && compare(rows);
    }
  }

  private boolean compare(ResultSet keys) throws SQLException {
    int count = 0;
    boolean equal = true;
    while (keys.next()) {
      equal &= count < expected.length && key(keys) == expected[count];
      count++;
    }
    return equal && (count == expected.length || (!all && count == 1));
  }

  private long key(ResultSet row) throws SQLException {
    return column instanceof Integer ? row.getLong((Integer) column) : row.getLong((String) column);
  }

  /** Whether all keys, and no others, were the source's. */
  boolean isSame() {
    return same;
  }
}
