package io.jdbcmirror.traffic;

import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How the application made a statement: what the target must be given to make the same one. Equal
 * texts may share one prepared statement on a target session. Immutable, but for the count of the
 * requests that hold it.
 */
public final class StatementText {
  /** A shorter text is not worth an account of its own. */
  private static final int LONG_CHARACTERS = 512;

  private static final int OBJECT_BYTES = 64;

  /** Which of the JDBC statement interfaces it is. */
  public enum Form {
    PLAIN,
    PREPARED,
    CALLABLE
  }

  private final Form form;
  private final @Nullable String sql;
  private final @Nullable Object generatedKeys;
  private final AtomicInteger holders = new AtomicInteger();

  /**
   * @param sql null only for a plain statement's batch, whose entries carry the text
   * @param generatedKeys the second argument of {@code prepareStatement} or {@code execute*} as the
   *     application gave it: an {@code Integer} flag of {@link Statement}, an {@code int[]} of
   *     column indexes, a {@code String[]} of column names, or null; an array must be a copy
   */
  public StatementText(Form form, @Nullable String sql, @Nullable Object generatedKeys) {
    this.form = form;
    this.sql = sql;
    this.generatedKeys = generatedKeys;
  }

  public Form form() {
    return form;
  }

  public @Nullable String sql() {
    return sql;
  }

  public @Nullable Object generatedKeys() {
    return generatedKeys;
  }

  /** Whether it is counted once for all requests of its statement, and not with each. */
  public boolean isShared() {
    return form != Form.PLAIN && sql != null && sql.length() > LONG_CHARACTERS;
  }

  /** What it holds of the heap, estimated. */
  public long bytes() {
    return sql == null ? 0 : OBJECT_BYTES + 2L * sql.length();
  }

  /**
   * @return true for the first of several requests
   */
  boolean hold() {
    return holders.getAndIncrement() == 0;
  }

  /**
   * @return true for the last
   */
  boolean letGo() {
    return holders.decrementAndGet() == 0;
  }

  /** Whether that argument asks for keys: some say with it that they want none. */
  public boolean asksForKeys() {
    if (generatedKeys instanceof Integer) {
      return (Integer) generatedKeys == Statement.RETURN_GENERATED_KEYS;
    }
    return (generatedKeys instanceof int[] && ((int[]) generatedKeys).length > 0)
        || (generatedKeys instanceof String[] && ((String[]) generatedKeys).length > 0);
  }

  /** The same statement of another text. */
  public StatementText withSql(String other) {
    return new StatementText(form, other, generatedKeys);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof StatementText)) {
      return false;
    }
    StatementText that = (StatementText) other;
    return form == that.form
        && Objects.equals(sql, that.sql)
        && Objects.deepEquals(generatedKeys, that.generatedKeys);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(new Object[] {form, sql, generatedKeys});
  }
}
