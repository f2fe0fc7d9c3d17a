package io.jdbcmirror.capture;

import io.jdbcmirror.capture.SqlTraits.Kind;
import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Tells from a statement's text what it does to transaction and session. Thread-safe; linear in the
 * text's length.
 */
final class SqlClassifier {
  private static final ConcurrentMap<SourceVendor, SqlClassifier> SHARED =
      new ConcurrentHashMap<>();

  private final SourceVendor vendor;
  private final StatementKinds kinds;
  private final KnownTexts known = new KnownTexts();

  /** One for all sessions: what it has read once it knows. */
  static SqlClassifier of(SourceVendor vendor) {
    return SHARED.computeIfAbsent(vendor, SqlClassifier::new);
  }

  SqlClassifier(SourceVendor vendor) {
    this.vendor = vendor;
    this.kinds = new StatementKinds(vendor);
  }

  SqlTraits classify(String sql) {
    SqlTraits traits = known.get(sql);
    if (traits == null) {
      traits = read(sql);
      known.put(sql, traits);
    }
    return traits;
  }

  private SqlTraits read(String sql) {
    List<SqlStatement> statements = split(sql);
    if (statements.isEmpty()) {
      return SqlTraits.ORDINARY;
    }
    if (statements.size() == 1) {
      return kinds.of(statements.get(0), sql);
    }
    return ofSeveral(statements, sql);
  }

  /**
   * The placeholders of a prepared statement; {@code ??} is PostgreSQL's way to write an operator.
   */
  int countPlaceholders(String sql) {
    SqlLexer lexer = new SqlLexer(sql, vendor);
    int count = 0;
    boolean previous = false;
    for (Token token = lexer.next(); token != Token.END; token = lexer.next()) {
      boolean mark = token == Token.SYMBOL && lexer.symbol() == '?';
      if (mark && previous) {
        count--;
        previous = false;
      } else {
        count += mark ? 1 : 0;
        previous = mark;
      }
    }
    return count;
  }

  private List<SqlStatement> split(String sql) {
    List<SqlStatement> statements = new ArrayList<>(1);
    SqlLexer lexer = new SqlLexer(sql, vendor);
    SqlStatement current = new SqlStatement();
    boolean block = false;
    for (Token token = lexer.next(); token != Token.END; token = lexer.next()) {
      boolean separator = token == Token.SYMBOL && lexer.symbol() == ';' && !block;
      if (!separator) {
        current.add(lexer, token);
        block = block || StatementKinds.isBlock(current);
      } else if (!current.isEmpty()) {
        statements.add(current);
        current = new SqlStatement();
      }
    }
    if (!current.isEmpty()) {
      statements.add(current);
    }
    return statements;
  }

  /**
   * Several statements in one string are one request. What they do together must be of one kind, or
   * the string cannot be mirrored as a whole.
   */
  private SqlTraits ofSeveral(List<SqlStatement> statements, String sql) {
    Kind common = null;
    boolean control = false;
    boolean open = false;
    boolean mixed = false;
    boolean commits = false;
    for (SqlStatement statement : statements) {
      SqlTraits traits = kinds.of(statement, sql);
      control |= traits.isTransactionControl() || traits.branch() != null;
      open = traits.kind() == Kind.BEGIN || (open && !endsTransaction(traits));
      commits |= traits.commits();
      Kind kind = traits.kind() == Kind.DROP_TABLE ? Kind.DDL : traits.kind();
      mixed |= common != null && common != kind && !areTables(common, kind);
      common = common == null || kind == Kind.DDL ? kind : common;
    }
    if (control) {
      return SqlTraits.of(Kind.UNSUPPORTED, open ? SqlTraits.IN_TRANSACTION : SqlTraits.ENDED);
    }
    if (mixed || common == null) {
      return SqlTraits.UNSUPPORTED;
    }
    String key = common == Kind.SESSION_CHANGE ? sql : "";
    return SqlTraits.of(common, key).committing(commits);
  }

  private static boolean endsTransaction(SqlTraits traits) {
    BranchStep branch = traits.branch();
    if (branch != null) {
      return branch.endsTransaction();
    }
    boolean ends = traits.kind() == Kind.COMMIT || traits.kind() == Kind.ROLLBACK;
    return ends && !traits.leavesTransactionOpen();
  }

  private static boolean areTables(Kind one, Kind other) {
    return isTables(one) && isTables(other);
  }

  private static boolean isTables(Kind kind) {
    return kind == Kind.ORDINARY || kind == Kind.DDL;
  }
}
