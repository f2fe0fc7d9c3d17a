package io.jdbcmirror.capture;

import io.jdbcmirror.support.SqlLexer;
import java.util.Locale;

/**
 * What a source database does that JDBC leaves open, by vendor. Told from the URL, by no call on a
 * connection.
 */
enum SourceVendor implements SqlLexer.Syntax {
  POSTGRESQL("jdbc:postgresql:"),
  H2("jdbc:h2:"),
  HSQLDB("jdbc:hsqldb:"),
  MYSQL("jdbc:mysql:"),
  MARIADB("jdbc:mariadb:"),
  ORACLE("jdbc:oracle:"),
  SQLSERVER("jdbc:sqlserver:"),
  DERBY("jdbc:derby:"),
  SQLITE("jdbc:sqlite:"),
  DB2("jdbc:db2:"),
  OTHER("");

  private final String prefix;

  SourceVendor(String prefix) {
    this.prefix = prefix;
  }

  static SourceVendor of(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    for (SourceVendor vendor : values()) {
      if (lower.startsWith(vendor.prefix)) {
        return vendor;
      }
    }
    return OTHER;
  }

  /** Whether data definition statements commit what came before them, and themselves. */
  boolean ddlCommits() {
    return this == H2 || this == HSQLDB || isMySqlLike() || this == ORACLE;
  }

  /** Whether such a statement ends a transaction that was begun as SQL; H2 begins it again. */
  boolean ddlEndsBegun() {
    return isMySqlLike();
  }

  /** Whether setting the isolation commits the transaction that is open. */
  boolean isolationCommits() {
    return this == H2;
  }

  /** Whether {@code BEGIN} commits the transaction that is open. */
  boolean beginCommits() {
    return isMySqlLike();
  }

  /** Oracle's driver commits an open transaction on close; the others roll back. */
  boolean closeCommits() {
    return this == ORACLE;
  }

  /** Whether a {@code SET} of a rolled back transaction is undone with it. */
  boolean rollbackUndoesSet() {
    return this == POSTGRESQL;
  }

  /**
   * MariaDB's driver says of a failed batch that all has failed, also where its first rows stand.
   */
  boolean hidesBatchCounts() {
    return this == MARIADB;
  }

  /** H2's driver makes values of dates as they are bound, in the session's time zone of then. */
  boolean convertsWithTimeZone() {
    return this == H2;
  }

  /** Whether one failed statement dooms its transaction, whose COMMIT then rolls back. */
  boolean errorAbortsTransaction() {
    return this == POSTGRESQL;
  }

  /** Whether a plain {@code CREATE TEMPORARY TABLE} makes a table of this session alone. */
  boolean temporaryIsLocal() {
    return this != H2 && this != ORACLE && this != HSQLDB;
  }

  /**
   * Whether a branch's begin and end can be followed by what its driver sends; others do it inside.
   */
  boolean showsBranches() {
    return this == POSTGRESQL || this == H2 || isMySqlLike();
  }

  /** Whether a PREPARE that fails has rolled the transaction back. */
  boolean failedPrepareRollsBack() {
    return this == POSTGRESQL;
  }

  /** Whether a prepared transaction is still the session's, to be committed plainly too. */
  boolean keepsPrepared() {
    return this == H2;
  }

  @Override
  public boolean backslashEscapes() {
    return isMySqlLike();
  }

  @Override
  public boolean hashComments() {
    return isMySqlLike();
  }

  @Override
  public boolean bracketQuotes() {
    return this == SQLSERVER || this == SQLITE;
  }

  boolean isMySqlLike() {
    return this == MYSQL || this == MARIADB;
  }
}
