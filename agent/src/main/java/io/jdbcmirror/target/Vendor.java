package io.jdbcmirror.target;

import io.jdbcmirror.support.SqlLexer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The databases whose drivers need something special, told apart by the start of their URL. */
enum Vendor implements SqlLexer.Syntax {
  POSTGRESQL("jdbc:postgresql:", true, "org.postgresql.Driver"),
  MARIADB("jdbc:mariadb:", false, "org.mariadb.jdbc.Driver"),
  MYSQL(
      "jdbc:mysql:",
      false,
      "com.mysql.cj.jdbc.Driver",
      "com.mysql.jdbc.Driver",
      "org.mariadb.jdbc.Driver"),
  H2("jdbc:h2:", false, "org.h2.Driver"),
  ORACLE("jdbc:oracle:", false, "oracle.jdbc.OracleDriver"),
  SQL_SERVER("jdbc:sqlserver:", true, "com.microsoft.sqlserver.jdbc.SQLServerDriver"),
  JTDS("jdbc:jtds:", true, "net.sourceforge.jtds.jdbc.Driver"),
  DB2("jdbc:db2:", true, "com.ibm.db2.jcc.DB2Driver"),
  SQLITE("jdbc:sqlite:", true, "org.sqlite.JDBC"),
  DERBY(
      "jdbc:derby:",
      true,
      "org.apache.derby.jdbc.ClientDriver",
      "org.apache.derby.jdbc.EmbeddedDriver",
      "org.apache.derby.client.ClientAutoloadedDriver",
      "org.apache.derby.iapi.jdbc.AutoloadedDriver"),
  HSQLDB("jdbc:hsqldb:", false, "org.hsqldb.jdbc.JDBCDriver"),
  AWS_WRAPPER("jdbc:aws-wrapper:", false, "software.amazon.jdbc.Driver"),
  OTHER("", false);

  private final String prefix;
  private final boolean transactionalDdl;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable; Java 8 has no type that says so
  private final List<String> driverClasses;

  Vendor(String prefix, boolean transactionalDdl, String... driverClasses) {
    this.prefix = prefix;
    this.transactionalDdl = transactionalDdl;
    this.driverClasses = Collections.unmodifiableList(Arrays.asList(driverClasses));
  }

  static Vendor of(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    for (Vendor vendor : values()) {
      if (lower.startsWith(vendor.prefix)) {
        return vendor;
      }
    }
    return OTHER;
  }

  /** Whether the database runs inside of this process: no network lies between. */
  static boolean isEmbedded(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    switch (of(url)) {
      case H2:
        return !lower.startsWith("jdbc:h2:tcp:") && !lower.startsWith("jdbc:h2:ssl:");
      case DERBY:
        return !lower.startsWith("jdbc:derby://");
      case HSQLDB:
        return !lower.startsWith("jdbc:hsqldb:hsql") && !lower.startsWith("jdbc:hsqldb:http");
      default:
        return of(url) == SQLITE;
    }
  }

  /** Class names of the vendor's drivers, the newest first. */
  List<String> driverClasses() {
    return driverClasses;
  }

  /** Whether statements such as CREATE TABLE can be rolled back, and so never commit themselves. */
  boolean hasTransactionalDdl() {
    return transactionalDdl;
  }

  @Override
  public boolean backslashEscapes() {
    return isMySqlFamily();
  }

  @Override
  public boolean hashComments() {
    return isMySqlFamily();
  }

  @Override
  public boolean bracketQuotes() {
    return this == SQL_SERVER || this == JTDS || this == SQLITE;
  }

  /**
   * Whether its generated keys are one column, whatever it is called, and whatever is asked for.
   */
  boolean hasSingleKey() {
    return isMySqlFamily()
        || this == SQLITE
        || this == SQL_SERVER
        || this == JTDS
        || this == DERBY
        || this == HSQLDB;
  }

  /**
   * What an insert needs in front of {@code VALUES} to give a key that the database makes
   * otherwise; null where the mirror does not give keys in this way.
   */
  @Nullable String overriding() {
    switch (this) {
      case POSTGRESQL:
      case H2:
      case HSQLDB:
        return " OVERRIDING SYSTEM VALUE";
      case SQLITE:
        return "";
      default:
        return null;
    }
  }

  boolean isMySqlFamily() {
    return this == MARIADB || this == MYSQL;
  }
}
