package io.jdbcmirror.target;

import io.jdbcmirror.traffic.CellHash;
import io.jdbcmirror.traffic.ReadStep;
import io.jdbcmirror.traffic.RowSums;
import io.jdbcmirror.traffic.SourceRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one result of the target: their number, and the checksums of what was read. */
public final class TargetRows {
  private final List<ReadStep> steps;
  private final RowSums exact;
  private final RowSums loose;
  private boolean ended;
  private boolean zerosMatter;
  private boolean serversOwn;
  private @Nullable SQLException failure;

  /**
   * @param steps the calls by which each row is read; none: rows are only counted
   */
  TargetRows(List<ReadStep> steps) {
    this.steps = steps;
    this.exact = new RowSums(steps.isEmpty() ? 0 : StatementLimits.MAX_ROWS);
    this.loose = new RowSums(steps.isEmpty() ? 0 : StatementLimits.MAX_ROWS);
  }

  /**
   * Reads within bounds.
   *
   * @return false if rows are left, or may be
   */
  boolean readAll(ResultSet result) throws SQLException {
    RowReader reader = new RowReader(result, steps);
    while (exact.rows() < StatementLimits.MAX_ROWS && result.next()) {
      read(reader);
    }
    ended = exact.rows() < StatementLimits.MAX_ROWS;
    return ended;
  }

  private void read(RowReader reader) {
    long exactHash = 0;
    long looseHash = 0;
    for (int i = 0; i < steps.size() && failure == null; i++) {
      try {
        Object value = reader.get(i);
        serversOwn |= exact.rows() == 0 && reader.isServersOwn(i);
        long hash = CellHash.of(value);
        long text = value instanceof String ? CellHash.ofText((String) value) : hash;
        zerosMatter |= value instanceof String && endsInDigit((String) value) && reader.isText(i);
        exactHash = SourceRows.combine(exactHash, hash);
        looseHash = SourceRows.combine(looseHash, text);
      } catch (SQLException e) {
        failure = e;
      }
    }
    exact.add(exactHash);
    loose.add(looseHash);
  }

  private static boolean endsInDigit(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
  }

  /** How many were read. */
  public long count() {
    return exact.rows();
  }

  /** Whether there are no more. */
  public boolean isEnded() {
    return ended;
  }

  /** The calls by which they were read. Not to be changed. */
  public List<ReadStep> steps() {
    return steps;
  }

  /** Why a value could not be got as the application gets it; null if all could. */
  public @Nullable SQLException failure() {
    return failure;
  }

  public RowSums exact() {
    return exact;
  }

  /** As {@link SourceRows#loose()}; without meaning where {@link #zerosMatter()}. */
  public RowSums loose() {
    return loose;
  }

  /** Whether a column holds what is each server's own, and so differs between them. */
  public boolean isServersOwn() {
    return serversOwn;
  }

  /** Whether a column of texts holds what may be a number, whose zeros then belong to it. */
  public boolean zerosMatter() {
    return zerosMatter;
  }
}
