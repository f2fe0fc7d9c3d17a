package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.StatementText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a statement may have done on the target when the connection broke while it ran. In
 * doubt it may have done something: then it is not repeated.
 */
public final class StatementEffect {
  private static final Pattern FIRST_WORD = Pattern.compile("^[\\s(]*([A-Za-z]+)");
  private static final Pattern BEFORE_PARENTHESIS = Pattern.compile("([^\\s(]*)\\s*\\(");
  // FOR and INTO lock or write; EXPLAIN ANALYZE executes; the comment is one that MySQL executes.
  private static final Pattern SUSPECT =
      Pattern.compile("\\b(for|into|analy[sz]e|nextval|lock)\\b|;|/\\*!|:=");
  private static final Set<String> READS =
      new HashSet<>(Arrays.asList("select", "values", "show", "explain"));
  private static final Set<String> HARMLESS_BEFORE_PARENTHESIS =
      new HashSet<>(
          Arrays.asList(
              "",
              "in",
              "and",
              "or",
              "not",
              "exists",
              "from",
              "where",
              "as",
              "on",
              "join",
              "select",
              "values",
              "union",
              "all",
              "any",
              "by",
              "=",
              "<",
              ">",
              "<=",
              ">=",
              "<>",
              ",",
              "+",
              "-",
              "*",
              "/",
              "count",
              "sum",
              "min",
              "max",
              "avg",
              "coalesce",
              "lower",
              "upper",
              "length",
              "abs",
              "round",
              "cast",
              "over",
              "trim",
              "substring",
              "extract"));
  private static final Set<String> NEVER_COMMITS =
      new HashSet<>(
          Arrays.asList(
              "select", "insert", "update", "delete", "merge", "replace", "with", "values", "show",
              "explain", "set"));

  private static final Set<String> UNDONE =
      new HashSet<>(
          Arrays.asList("select", "insert", "update", "delete", "merge", "with", "values"));

  private static final Set<String> CHANGES_NO_NAMES =
      new HashSet<>(
          Arrays.asList(
              "select", "insert", "update", "delete", "merge", "replace", "with", "values", "show",
              "explain"));

  private StatementEffect() {}

  /** Whether names of tables may mean something else afterwards. */
  static boolean mayChangeNames(Request request) {
    for (String sql : request.batchSql()) {
      if (!CHANGES_NO_NAMES.contains(firstWord(sql))) {
        return true;
      }
    }
    String sql = request.statement().sql();
    return sql != null && !CHANGES_NO_NAMES.contains(firstWord(sql));
  }

  /**
   * Whether the request may have left something on the target although its transaction was not
   * committed by us.
   *
   * @param autoCommit whether it ran with autocommit on
   * @param targetUrl tells the vendor: on some a CREATE commits by itself
   */
  public static boolean mayStand(Request request, boolean autoCommit, String targetUrl) {
    if (autoCommit) {
      return !isPureRead(request);
    }
    return !Vendor.of(targetUrl).hasTransactionalDdl() && mayCommitItself(request);
  }

  /**
   * Whether a rollback takes back all that it may do. On MySQL and MariaDB a table may be none that
   * knows transactions: there only what purely reads is.
   */
  public static boolean isUndone(Request request, String targetUrl) {
    String sql = request.statement().sql();
    if (sql == null || sql.indexOf(';') >= 0 || isCallable(request)) {
      return false;
    }
    Vendor vendor = Vendor.of(targetUrl);
    boolean mySqlLike = vendor == Vendor.MYSQL || vendor == Vendor.MARIADB;
    return mySqlLike ? isPureRead(request) : UNDONE.contains(firstWord(sql));
  }

  static boolean isPureRead(Request request) {
    String sql = request.statement().sql();
    if (sql == null || request.call().isBatch() || isCallable(request)) {
      return false;
    }
    String text = sql.toLowerCase(Locale.ROOT);
    return READS.contains(firstWord(text)) && !SUSPECT.matcher(text).find() && callsNothing(text);
  }

  /** Whether no function is called but such as have no effect: on a text in lower case. */
  static boolean callsNothing(String text) {
    Matcher matcher = BEFORE_PARENTHESIS.matcher(text);
    while (matcher.find()) {
      if (!HARMLESS_BEFORE_PARENTHESIS.contains(matcher.group(1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayCommitItself(Request request) {
    for (String sql : request.batchSql()) {
      if (!NEVER_COMMITS.contains(firstWord(sql))) {
        return true;
      }
    }
    String sql = request.statement().sql();
    return isCallable(request) || (sql != null && !NEVER_COMMITS.contains(firstWord(sql)));
  }

  private static boolean isCallable(Request request) {
    return request.statement().form() == StatementText.Form.CALLABLE;
  }

  private static String firstWord(@Nullable String sql) {
    Matcher matcher = FIRST_WORD.matcher(sql == null ? "" : sql);
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
