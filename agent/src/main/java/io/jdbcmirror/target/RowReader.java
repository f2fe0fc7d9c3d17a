package io.jdbcmirror.target;

import io.jdbcmirror.traffic.ReadStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the getters that the application calls, on the row that a result is on. */
final class RowReader {
  private final ResultSet result;
  private final List<ReadStep> steps;
  private final int[] columns;
  private final @Nullable Boolean[] texts;

  RowReader(ResultSet result, List<ReadStep> steps) {
    this.result = result;
    this.steps = steps;
    this.columns = new int[steps.size()];
    this.texts = new Boolean[steps.size()];
  }

  /**
   * @throws SQLException also if the result has no such column
   */
  @Nullable Object get(int step) throws SQLException {
    ReadStep call = steps.get(step);
    int column = column(step, call);
    switch (call.getter()) {
      case "getBoolean":
        return result.getBoolean(column);
      case "getByte":
        return result.getByte(column);
      case "getShort":
        return result.getShort(column);
      case "getInt":
        return result.getInt(column);
      case "getLong":
        return result.getLong(column);
      case "getFloat":
        return result.getFloat(column);
      case "getDouble":
        return result.getDouble(column);
      case "getBigDecimal":
        return result.getBigDecimal(column);
      case "getString":
        return result.getString(column);
      case "getNString":
        return result.getNString(column);
      case "getBytes":
        return result.getBytes(column);
      case "getDate":
        return result.getDate(column);
      case "getTime":
        return result.getTime(column);
      case "getTimestamp":
        return result.getTimestamp(column);
      default:
        Class<?> type = call.type();
        return type == null ? result.getObject(column) : result.getObject(column, type);
    }
  }

  private int column(int step, ReadStep call) throws SQLException {
    if (columns[step] == 0) {
      Object column = call.column();
      columns[step] =
          column instanceof Integer ? (Integer) column : result.findColumn((String) column);
    }
    return columns[step];
  }

  /** Whether the value is of a column of texts, and not of numbers or moments read as such. */
  boolean isText(int step) throws SQLException {
    Boolean known = texts[step];
    if (known == null) {
      known = isTextType(result.getMetaData().getColumnType(columns[step]));
      texts[step] = known;
    }
    return known;
  }

  /**
   * Whether a value is a number that each server gives by itself: PostgreSQL's {@code oid}, by
   * which a row names its large object.
   */
  boolean isServersOwn(int step) throws SQLException {
    return "oid".equals(result.getMetaData().getColumnTypeName(columns[step]));
  }

  private static boolean isTextType(int type) {
    switch (type) {
      case Types.CHAR:
      case Types.VARCHAR:
      case Types.LONGVARCHAR:
      case Types.NCHAR:
      case Types.NVARCHAR:
      case Types.LONGNVARCHAR:
      case Types.CLOB:
      case Types.NCLOB:
        return true;
      default:
        return false;
    }
  }
}
