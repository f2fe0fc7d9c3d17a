package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Vendor;
import java.util.List;

/** What differs between vendors in the programs for them. */
interface Dialect {
  static Dialect of(Vendor vendor) {
    return switch (vendor) {
      case H2 -> new H2Dialect();
      case POSTGRES -> new PostgresDialect();
      case MARIADB -> new MariaDbDialect();
    };
  }

  List<ColumnType> types();

  /** Whether data definition statements commit by themselves. */
  boolean ddlCommits();

  /** Whether a transaction that was begun as SQL goes on after them. */
  default boolean ddlBeginsAgain() {
    return false;
  }

  /** Whether {@code Connection.abort} does anything. */
  default boolean abortCloses() {
    return true;
  }

  /** Whether one failed statement dooms its transaction. */
  boolean errorAborts();

  /** What may be appended to the source's URL. */
  List<String> urlParameters();

  /** With one placeholder for the key, and one for the group. */
  String upsert(Table table);

  String createTemporaryTable(String name);

  /** Statements that change the session; each can be repeated. */
  List<String> sessionStatements();

  /** Statements that must fail. */
  List<String> faultyStatements(Table table, int key);

  /** A call that adds a row, with three placeholders: the table's name, the key, the group. */
  String addRowCall();

  /** What the call needs, and each database lacks. */
  List<String> routines();

  /** The URL on which no statement waits long for a lock. */
  String impatient(String url);
}
