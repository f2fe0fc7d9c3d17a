package io.jdbcmirror.capture;

import io.jdbcmirror.capture.SqlTraits.Kind;
import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kind of one statement, by its first words. */
final class StatementKinds {
  private static final Set<String> DDL =
      new HashSet<>(
          Arrays.asList(
              "CREATE",
              "ALTER",
              "DROP",
              "TRUNCATE",
              "RENAME",
              "GRANT",
              "REVOKE",
              "COMMENT",
              "ANALYZE",
              "OPTIMIZE",
              "REPAIR"));

  private static final Set<String> READS =
      new HashSet<>(Arrays.asList("SELECT", "VALUES", "SHOW", "EXPLAIN", "DESCRIBE"));

  /** What may follow a {@code BEGIN} that starts a transaction; anything else starts a block. */
  private static final Set<String> AFTER_BEGIN =
      new HashSet<>(
          Arrays.asList(
              "",
              "WORK",
              "TRAN",
              "TRANSACTION",
              "ISOLATION",
              "READ",
              "NOT",
              "DEFERRABLE",
              "DEFERRED",
              "IMMEDIATE",
              "EXCLUSIVE",
              "CONCURRENT"));

  private static final Pattern BLOCK_QUOTES = Pattern.compile("\\$\\w*\\$|'");

  private static final Set<String> ROUTINES =
      new HashSet<>(Arrays.asList("PROCEDURE", "FUNCTION", "TRIGGER", "PACKAGE", "EVENT", "TYPE"));

  private final SourceVendor vendor;
  private final BranchSteps branches;

  StatementKinds(SourceVendor vendor) {
    this.vendor = vendor;
    this.branches = new BranchSteps(vendor);
  }

  /** True once it is known that semicolons to come belong to the statement. */
  static boolean isBlock(SqlStatement statement) {
    int count = statement.wordCount();
    String last = count == 0 ? "" : statement.word(count - 1);
    switch (statement.word(0)) {
      case "BEGIN":
        return count > 1 && !AFTER_BEGIN.contains(statement.word(1));
      case "DECLARE":
        return true;
      case "CREATE":
      case "ALTER":
        return ROUTINES.contains(last);
      default:
        return false;
    }
  }

  SqlTraits of(SqlStatement statement, String sql) {
    BranchStep branch = branches.of(statement, sql);
    if (branch != null) {
      return SqlTraits.of(branch);
    }
    if (statement.isNeverMirrored()) {
      return ofNeverMirrored(statement);
    }
    if (statement.word(0).equals("DO") && isBlockNeverMirrored(sql)) {
      return SqlTraits.UNSUPPORTED;
    }
    SqlTraits control = ofTransactionControl(statement);
    if (control != null) {
      return control;
    }
    SqlTraits session = ofSession(statement, sql);
    SqlTraits traits = session == null ? ofTables(statement) : session;
    return traits.committing(ImplicitCommit.isBy(vendor, statement, traits.kind()));
  }

  private static SqlTraits ofTables(SqlStatement statement) {
    if (DDL.contains(statement.word(0))) {
      return SqlTraits.of(Kind.DDL);
    }
    boolean reads = READS.contains(statement.word(0)) && !statement.changesWithin();
    return reads ? SqlTraits.READING : SqlTraits.ORDINARY;
  }

  /**
   * Left out alone if it is a call and nothing else; a changing statement takes its transaction,
   * and so does a LOAD DATA whose file is the application's own.
   */
  private static SqlTraits ofNeverMirrored(SqlStatement statement) {
    switch (statement.word(0)) {
      case "INSERT":
      case "UPDATE":
      case "DELETE":
      case "MERGE":
      case "REPLACE":
      case "WITH":
      case "BEGIN":
      case "DECLARE":
        return SqlTraits.UNSUPPORTED;
      case "LOAD":
        return statement.hasWord("LOCAL") ? SqlTraits.UNSUPPORTED : SqlTraits.NEVER_MIRRORED;
      default:
        return SqlTraits.NEVER_MIRRORED;
    }
  }

  /** PostgreSQL's {@code DO} has its block in a literal. */
  private boolean isBlockNeverMirrored(String sql) {
    SqlLexer lexer = new SqlLexer(BLOCK_QUOTES.matcher(sql).replaceAll(" "), vendor);
    SqlStatement block = new SqlStatement();
    for (Token token = lexer.next(); token != Token.END; token = lexer.next()) {
      block.add(lexer, token);
    }
    return block.isNeverMirrored();
  }

  private static @Nullable SqlTraits ofTransactionControl(SqlStatement statement) {
    String second = statement.word(1);
    switch (statement.word(0)) {
      case "BEGIN":
        return AFTER_BEGIN.contains(second) ? SqlTraits.of(Kind.BEGIN) : null;
      case "START":
        return second.equals("TRANSACTION") ? SqlTraits.of(Kind.BEGIN) : null;
      case "COMMIT":
        return ending(Kind.COMMIT, statement);
      case "END":
        return AFTER_BEGIN.contains(second) ? ending(Kind.COMMIT, statement) : null;
      case "ABORT":
        return ending(Kind.ROLLBACK, statement);
      case "ROLLBACK":
        return rollback(statement);
      case "SAVEPOINT":
        return SqlTraits.of(Kind.SAVEPOINT, second);
      case "SAVE":
        return SqlTraits.of(Kind.SAVEPOINT, statement.word(2));
      case "RELEASE":
        return SqlTraits.of(Kind.RELEASE, lastWord(statement));
      default:
        return null;
    }
  }

  private static SqlTraits rollback(SqlStatement statement) {
    for (int i = 1; i < statement.wordCount(); i++) {
      if (statement.word(i).equals("TO")) {
        return SqlTraits.of(Kind.ROLLBACK_TO, lastWord(statement));
      }
    }
    return ending(Kind.ROLLBACK, statement);
  }

  /** {@code AND CHAIN} opens the next transaction at once; {@code AND NO CHAIN} does not. */
  private static SqlTraits ending(Kind kind, SqlStatement statement) {
    boolean chain = false;
    for (int i = 1; i < statement.wordCount(); i++) {
      chain |= statement.word(i).equals("CHAIN") && statement.word(i - 1).equals("AND");
    }
    return SqlTraits.of(kind, chain ? SqlTraits.IN_TRANSACTION : "");
  }

  private @Nullable SqlTraits ofSession(SqlStatement statement, String sql) {
    String second = statement.word(1);
    switch (statement.word(0)) {
      case "SET":
        return ofSet(statement, sql);
      case "RESET":
        return second.equals("ALL")
            ? SqlTraits.of(Kind.SESSION_RESET)
            : SqlTraits.of(Kind.SESSION_CHANGE, "SET " + second);
      case "DISCARD":
        return SqlTraits.of(Kind.SESSION_RESET);
      case "USE":
        return SqlTraits.of(Kind.SESSION_CHANGE, "USE");
      case "PREPARE":
      case "DEALLOCATE":
        return SqlTraits.of(Kind.SESSION_CHANGE, "PREPARE " + lastNameOf(statement));
      case "PRAGMA":
        return SqlTraits.of(Kind.SESSION_CHANGE, "PRAGMA " + second);
      case "ALTER":
        return second.equals("SESSION") ? SqlTraits.of(Kind.SESSION_CHANGE, sql) : null;
      case "CREATE":
        return ofCreate(statement);
      case "DROP":
        return ofDrop(statement);
      case "SELECT":
        return statement.callsSetConfig() ? SqlTraits.of(Kind.SESSION_CHANGE, sql) : null;
      default:
        return null;
    }
  }

  private static String lastNameOf(SqlStatement statement) {
    return statement.word(1).equals("PREPARE") ? statement.word(2) : statement.word(1);
  }

  private static @Nullable SqlTraits ofSet(SqlStatement statement, String sql) {
    String second = statement.word(1);
    if (second.equals("LOCAL") || second.equals("TRANSACTION") || second.equals("CONSTRAINTS")) {
      return null; // ends with its transaction
    }
    String name = second.equals("SESSION") ? statement.word(2) : second;
    if (name.equals("AUTOCOMMIT") || name.equals("@@AUTOCOMMIT")) {
      return autoCommit(sql);
    }
    if (statement.hasSeveralAssignments()) {
      return SqlTraits.of(Kind.SESSION_CHANGE, sql.toUpperCase(Locale.ROOT));
    }
    return SqlTraits.of(Kind.SESSION_CHANGE, "SET " + name);
  }

  private static SqlTraits autoCommit(String sql) {
    String text = sql.trim().toUpperCase(Locale.ROOT);
    boolean off = text.endsWith("0") || text.endsWith("OFF") || text.endsWith("FALSE");
    return SqlTraits.of(Kind.AUTO_COMMIT, off ? SqlTraits.OFF : SqlTraits.ON);
  }

  /**
   * A temporary table of this session is part of its state, unless it ends with its transaction.
   */
  private @Nullable SqlTraits ofCreate(SqlStatement statement) {
    boolean local = statement.word(1).equals("LOCAL");
    String kind = statement.word(local ? 2 : 1);
    boolean temporary = kind.equals("TEMPORARY") || kind.equals("TEMP");
    if (!temporary || statement.isOnCommitDrop() || !(local || vendor.temporaryIsLocal())) {
      return null;
    }
    return SqlTraits.of(Kind.SESSION_CHANGE, "TEMPORARY " + tableName(statement, local ? 3 : 2));
  }

  private static @Nullable SqlTraits ofDrop(SqlStatement statement) {
    int at = statement.word(1).startsWith("TEMP") ? 2 : 1;
    return statement.word(at).equals("TABLE")
        ? SqlTraits.of(Kind.DROP_TABLE, "TEMPORARY " + tableName(statement, at))
        : null;
  }

  /** The name after {@code TABLE [IF [NOT] EXISTS]}. */
  private static String tableName(SqlStatement statement, int from) {
    for (int i = from + 1; i < statement.wordCount(); i++) {
      String word = statement.word(i);
      if (!word.equals("IF") && !word.equals("NOT") && !word.equals("EXISTS")) {
        return word.toUpperCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static String lastWord(SqlStatement statement) {
    return statement.wordCount() == 0 ? "" : statement.word(statement.wordCount() - 1);
  }
}
