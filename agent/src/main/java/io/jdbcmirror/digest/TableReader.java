package io.jdbcmirror.digest;

import io.jdbcmirror.digest.SqlTokens.Kind;
import io.jdbcmirror.digest.TableScope.With;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tables that a statement reads or writes, by the words in front of them: what a parser
 * would find in all but odd cases, without ever failing, and bounded.
 */
final class TableReader {
  private static final int MAX_TABLES = 100;
  private static final int MAX_LENGTH = 300;
  private static final int MAX_DEPTH = 200;

  private final Dialect dialect;
  private final Set<String> tables = new LinkedHashSet<>();
  private final Deque<TableScope> outer = new ArrayDeque<>();
  private TableScope scope = new TableScope();
  private int tooDeep;
  private boolean routine;
  private @Nullable StringBuilder name;
  private String lastTable = "";
  private String previous = "";

  TableReader(Dialect dialect) {
    this.dialect = dialect;
  }

  void accept(SqlTokens token) {
    if (!continuesName(token)) {
      endName(token);
      if (token.is("(")) {
        open();
      } else if (token.is(")")) {
        close();
      } else if (tooDeep == 0) {
        inside(token);
      }
    }
    previous = token.kind() == Kind.WORD ? token.word() : token.text();
  }

  private boolean continuesName(SqlTokens token) {
    if (name == null || name.length() > MAX_LENGTH) {
      return false;
    }
    boolean part = previous.equals(".") && token.isName();
    if (part || token.is(".")) {
      name.append(part ? token.name() : ".");
      return true;
    }
    return false;
  }

  private void endName(SqlTokens next) {
    if (name == null) {
      return;
    }
    String table = name.toString();
    name = null;
    boolean function = next.is("(") && !scope.target;
    boolean changedRows = next.isWord("TABLE") && TableWords.CHANGED_ROWS.contains(table);
    boolean functions = next.isWord("FROM") && table.equals("rows");
    scope.expects = false;
    if (!function && !changedRows && !functions) {
      add(table.endsWith(".") ? table.substring(0, table.length() - 1) : table);
      scope.aliasNext = true;
    }
  }

  private void add(String table) {
    lastTable = table;
    if (table.length() > MAX_LENGTH || isCommonTable(table)) {
      return;
    }
    boolean isNew = tables.size() < MAX_TABLES && tables.add(table);
    if (isNew && scope.target) {
      scope.addTarget(table);
    }
  }

  private boolean isCommonTable(String table) {
    boolean found = scope.defines(table);
    for (TableScope each : outer) {
      found |= each.defines(table);
    }
    return found;
  }

  private void open() {
    if (outer.size() >= MAX_DEPTH) {
      tooDeep++;
      return;
    }
    TableScope inner = new TableScope();
    if (scope.with == With.BODY) {
      inner.body = true;
      if (scope.recursive || dialect.recursesUnasked()) {
        scope.defineCommonTable();
      }
    } else if (scope.with == With.NAME) {
      scope.with = With.NONE; // SQL Server's hints
    } else if (scope.expects && !scope.target) {
      inner.expectList(false);
    }
    scope.expects = false;
    scope.aliasNext = false;
    outer.push(scope);
    scope = inner;
  }

  private void close() {
    if (tooDeep > 0) {
      tooDeep--;
    } else if (!outer.isEmpty()) {
      tables.removeAll(scope.aliasedTargets());
      boolean body = scope.body;
      scope = outer.pop();
      if (body) {
        scope.defineCommonTable();
        scope.with = With.NEXT;
      }
    }
  }

  private void inside(SqlTokens token) {
    if (token.isName() && (scope.isInWith(token, previous) || scope.isAlias(token, lastTable))) {
      return;
    }
    if (token.kind() == Kind.WORD) {
      word(token);
    } else if (token.kind() == Kind.QUOTED) {
      name(token);
    } else if (token.is(",")) {
      comma();
    } else if (!token.is("{")) { // of an outer join as JDBC writes it
      scope.expects = false;
      scope.aliasNext = false;
    }
  }

  private void comma() {
    scope.aliasNext = false;
    if (scope.with == With.NEXT) {
      scope.with = With.NAME;
    } else {
      scope.expects = scope.list;
    }
  }

  private void word(SqlTokens token) {
    String word = token.word();
    boolean begins = scope.start && begins(word);
    scope.start = TableWords.BEFORE_STATEMENTS.contains(word);
    if (begins) {
      return;
    }
    if (word.equals("SELECT")) {
      scope.selecting = true;
      scope.endList();
    } else if (!introduces(word)) {
      if (TableWords.CLAUSES.contains(word)) {
        scope.endList();
      } else {
        name(token);
      }
    }
  }

  private boolean begins(String word) {
    boolean table = TableWords.TABLE_WRITES.contains(word) && scope.statement.isEmpty();
    boolean write = TableWords.ROW_WRITES.contains(word) || table;
    routine |= TableWords.ROUTINES.contains(word);
    if (write || scope.statement.isEmpty()) {
      scope.statement = word;
    }
    if (write) {
      scope.expect(true);
      scope.list = TableWords.LISTS.contains(word);
      scope.selecting = TableWords.HAVE_FROM.contains(word);
    }
    return write;
  }

  /** Whether the word is one that stands in front of tables, or would elsewhere. */
  private boolean introduces(String word) {
    if (word.equals("FROM")) {
      if (scope.selecting && !previous.equals("DISTINCT") && !scope.statement.equals("REVOKE")) {
        scope.expectList(false);
      } else {
        scope.expects = false;
      }
    } else if (word.equals("INTO")) {
      scope.expects = !(routine && scope.selecting);
      scope.target = true;
      scope.list = false;
    } else if (word.equals("TABLE")) {
      boolean list = scope.expects ? scope.list : TableWords.LISTS.contains(scope.statement);
      scope.expect(true);
      scope.list = list || scope.list;
    } else if (word.equals("USING")
        && TableWords.HAVE_USING.contains(scope.statement)
        && !scope.joined) {
      scope.expectList(false);
    } else if (TableWords.JOINS.contains(word) && scope.list) {
      scope.expect(false);
      scope.joined = true;
    } else {
      return word.equals("TABLES") && scope.statement.equals("LOCK");
    }
    return true;
  }

  private void name(SqlTokens token) {
    boolean quoted = token.kind() == Kind.QUOTED;
    String word = quoted ? "" : token.word();
    boolean join = word.equals("OJ") && previous.equals("{");
    if (!scope.expects || TableWords.SKIPPED.contains(word) || join) {
      return;
    }
    boolean variable = word.startsWith("@");
    if (variable || Keywords.isBeforeOperand(word) || TableWords.FILES.contains(word)) {
      scope.expects = false;
    } else {
      name = new StringBuilder(token.name());
    }
  }

  /** The end of a statement, behind which another one may come. */
  void separate() {
    tables.removeAll(scope.aliasedTargets());
    outer.clear();
    tooDeep = 0;
    scope = new TableScope();
    name = null;
  }

  /** To be asked at the end of the text. */
  List<String> tables(SqlTokens end) {
    endName(end);
    separate();
    return Collections.unmodifiableList(new ArrayList<>(tables));
  }
}
