package io.jdbcmirror.digest;

import io.jdbcmirror.support.SqlLexer;
import java.util.Locale;

/** How a database writes its SQL, as far as a digest must know it. */
public enum Dialect implements SqlLexer.Syntax {
  POSTGRESQL("", "$", "jdbc:postgresql:"),
  MYSQL("@", "@$", "jdbc:mysql:"),
  MARIADB("@", "@$", "jdbc:mariadb:"),
  H2("@", "@$#", "jdbc:h2:"),
  DERBY("", "$", "jdbc:derby:"),
  HSQLDB("", "$", "jdbc:hsqldb:"),
  SQLITE("@", "@$", "jdbc:sqlite:"),
  ORACLE("", "@$#", "jdbc:oracle:"),
  SQL_SERVER("@#", "@$#", "jdbc:sqlserver:", "jdbc:jtds:"),
  DB2("@#$", "@$#", "jdbc:db2:"),
  OTHER("@", "@$#");

  private final String nameStarts;
  private final String nameParts;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
  private final String[] prefixes;

  Dialect(String nameStarts, String nameParts, String... prefixes) {
    this.nameStarts = nameStarts;
    this.nameParts = nameParts;
    this.prefixes = prefixes;
  }

  /** The dialect of the database that a JDBC URL names. */
  public static Dialect of(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    for (Dialect dialect : values()) {
      for (String prefix : dialect.prefixes) {
        if (lower.startsWith(prefix)) {
          return dialect;
        }
      }
    }
    return OTHER;
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
    return this == SQL_SERVER || this == SQLITE;
  }

  @Override
  public boolean doubleQuotedStrings() {
    return isMySqlLike();
  }

  @Override
  public boolean dollarQuotes() {
    return this == POSTGRESQL || this == H2 || this == OTHER;
  }

  @Override
  public boolean quoteOperator() {
    return this == ORACLE;
  }

  @Override
  public boolean nestedComments() {
    return !isMySqlLike() && this != ORACLE && this != SQLITE && this != HSQLDB;
  }

  @Override
  public boolean executableComments() {
    return isMySqlLike();
  }

  @Override
  public boolean dashesNeedBlank() {
    return isMySqlLike();
  }

  @Override
  public String nameStarts() {
    return nameStarts;
  }

  @Override
  public String nameParts() {
    return nameParts;
  }

  /**
   * Whether double quotes may be around a name or a string: SQLite takes for a string what is the
   * name of nothing, and databases that are not known here may do as they like.
   */
  boolean doubtfulDoubleQuotes() {
    return this == SQLITE || this == OTHER;
  }

  /** Whether {@code WITH} without {@code RECURSIVE} can name itself. */
  boolean recursesUnasked() {
    return this != POSTGRESQL && !isMySqlLike();
  }

  boolean isMySqlLike() {
    return this == MYSQL || this == MARIADB;
  }
}
