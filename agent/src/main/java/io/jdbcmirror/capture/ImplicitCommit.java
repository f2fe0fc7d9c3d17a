package io.jdbcmirror.capture;

import io.jdbcmirror.capture.SqlTraits.Kind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Whether a statement commits what came before it, and itself, by the source's vendor. */
final class ImplicitCommit {
  /** What H2 sets inside a transaction ({@code Set.isTransactional}); any other SET commits. */
  private static final Set<String> H2_SETS_INSIDE =
      new HashSet<>(
          Arrays.asList(
              "",
              "CATALOG",
              "CLUSTER",
              "LAZY_QUERY_EXECUTION",
              "LOCK_TIMEOUT",
              "NON_KEYWORDS",
              "QUERY_TIMEOUT",
              "RETENTION_TIME",
              "SCHEMA",
              "SCHEMA_SEARCH_PATH",
              "SEARCH_PATH",
              "THROTTLE",
              "TIME",
              "TRACE_LEVEL_FILE",
              "TRACE_LEVEL_SYSTEM_OUT",
              "TRUNCATE_LARGE_LENGTH",
              "VARIABLE_BINARY",
              "WRITE_DELAY"));

  private ImplicitCommit() {}

  static boolean isBy(SourceVendor vendor, SqlStatement statement, Kind kind) {
    if (!vendor.ddlCommits()) {
      return false;
    }
    boolean h2 = vendor == SourceVendor.H2;
    switch (kind) {
      case DDL:
        return !(h2 && statement.word(1).equals("SEQUENCE") && !isDrop(statement));
      case DROP_TABLE:
        return h2 || !statement.word(1).startsWith("TEMP");
      case SESSION_CHANGE:
        return h2 && changesAndCommits(statement);
      default:
        return false;
    }
  }

  private static boolean isDrop(SqlStatement statement) {
    return statement.word(0).equals("DROP");
  }

  private static boolean changesAndCommits(SqlStatement statement) {
    String name = statement.word(1);
    return statement.word(0).equals("CREATE")
        ? !statement.isTransactional()
        : statement.word(0).equals("SET")
            && !name.startsWith("@")
            && !H2_SETS_INSIDE.contains(name);
  }
}
