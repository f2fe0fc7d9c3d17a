package io.jdbcmirror.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text has a digest, in linear time, without its literals, and that digest is its own. */
@Timeout(10)
class DigestFuzzTest {
  private static final String[] PIECES = {
    "select ",
    "SELECT",
    " from ",
    "t",
    "a",
    "B",
    "\"Q\"",
    "`q`",
    "[x]",
    "'",
    "''",
    "\"",
    "\\",
    "`",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    ",",
    ";",
    ".",
    "..",
    "...",
    ":",
    "::",
    ":=",
    ":n",
    "?",
    "??",
    "?|",
    "$",
    "$$",
    "$1",
    "$t$",
    "@",
    "@@v",
    "#",
    "--",
    "--\n",
    "/*",
    "*/",
    "/*!50000 ",
    "/*+",
    "*",
    "+",
    "-",
    "/",
    "=",
    "<>",
    "||",
    "->>",
    "@>",
    "~",
    "!",
    "1",
    "5.",
    ".5",
    "1e",
    "e5",
    "0x1F",
    "1_0",
    "E'",
    "N'",
    "X'1F'",
    "U&'",
    "q'[",
    "_utf8 ",
    "null",
    " in (",
    "in",
    " values ",
    "values (1), (",
    "array[",
    " and ",
    " as ",
    "with x as (",
    "order by ",
    "limit 5",
    "union ",
    "insert into ",
    "update ",
    "set ",
    "delete ",
    "now()",
    " ",
    "\n",
    "\t",
    "\u00e4",
    "\u0130",
    "\u2026",
    "\ud83d",
    "\ude00",
    "\u0000",
    "\u00a0",
    "\ufeff",
    "identified by ",
    "x",
    "0",
    "date ",
    "interval "
  };

  private static final String[] STATEMENTS = {
    "select a, count(*) from t join \"S\".u using (id) where b = 'canary7319' group by a order by 2",
    "insert into t (a, b) values (4917319, 'canary7319'), (now(), E'canary7319\\''), (7319731, null)",
    "with x as (select q'[canary7319]' from dual) select * from x where y in (7319731, 'canary7319')",
    "update t set a = $$canary7319$$, b = -7319731.5e-3, c = \"d\" where e = :f and g = $1 -- canary7319",
    "select /* canary7319 */ `a`, [b], N'canary7319', X'7319731A' /*! + 7319731 */ from t limit 7319731",
    "select a::int, array[1, 7319731], b ->> 'canary7319', c ?? 'canary7319' from d where e = any(?)"
  };

  private static final String[] COMMON = {
    "'canary'",
    "'it''s canary'",
    "N'canary'",
    "7319",
    "-7319.7319e+73",
    "0x7319",
    "X'7319'",
    "date 'canary'",
    "'canary' 'canary'"
  };

  private static final String[] STRAY = {"'canary''", "''canary'", "'can'ary canary'", "canary'"};

  @ParameterizedTest
  @EnumSource
  void ofRandomPieces(Dialect dialect) {
    long seed = 42 + dialect.ordinal();
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder sql = new StringBuilder();
      for (int pieces = random.nextInt(25); pieces >= 0; pieces--) {
        sql.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertIsItsOwn(sql.toString(), dialect, seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofMutatedStatements(Dialect dialect) {
    long seed = 4711 + dialect.ordinal();
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String sql = mutated(STATEMENTS[random.nextInt(STATEMENTS.length)], random);
      assertIsItsOwn(sql, dialect, seed);
    }
  }

  /** One stray quote or one cut; of two of them the text between could be SQL as well. */
  @ParameterizedTest
  @EnumSource
  void neverKeepsALiteral(Dialect dialect) {
    long seed = 7 + dialect.ordinal();
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String sql = "select a, %s from t where b = %s and c in (%s, %s) and d like %s order by e";
      int stray = random.nextInt(10);
      for (int place = 0; place < 5; place++) {
        String literal = stray < 5 ? oneOf(COMMON, random) : literal(dialect, random);
        literal = place == stray ? oneOf(STRAY, random) : literal;
        sql = sql.replaceFirst("%s", Matcher.quoteReplacement(literal));
      }
      int cut = stray == 9 ? random.nextInt(sql.length()) : sql.length();
      Digest digest = Digest.of(sql.substring(0, cut), dialect);
      assertThat(digest.text() + digest.tables() + digest.verb() + digest.nondeterminism())
          .as("seed %d, %s: %s", seed, dialect, sql)
          .doesNotContain("canary", "CANARY", "7319");
    }
  }

  private static String literal(Dialect dialect, Random random) {
    return oneOf(random.nextBoolean() ? COMMON : own(dialect), random);
  }

  private static String oneOf(String[] literals, Random random) {
    return literals[random.nextInt(literals.length)];
  }

  private static String[] own(Dialect dialect) {
    switch (dialect) {
      case POSTGRESQL:
        return new String[] {"$$canary$$", "$a$it's canary$a$", "E'it\\'s canary'", "U&'canary'"};
      case MYSQL:
      case MARIADB:
        return new String[] {"\"canary\"", "'it\\'s canary'", "_utf8'canary'", "\"'canary\""};
      case ORACLE:
        return new String[] {"q'[it's canary]'", "nq'!canary!'"};
      case SQLITE:
      case OTHER:
        return new String[] {"\"canary\""};
      default:
        return new String[] {"'canary'"};
    }
  }

  private static String mutated(String statement, Random random) {
    StringBuilder sql = new StringBuilder(statement);
    for (int i = random.nextInt(6); i > 0 && sql.length() > 1; i--) {
      int at = random.nextInt(sql.length());
      switch (random.nextInt(3)) {
        case 0:
          sql.deleteCharAt(at);
          break;
        case 1:
          sql.insert(at, PIECES[random.nextInt(PIECES.length)]);
          break;
        default:
          sql.setLength(at + 1);
      }
    }
    return sql.toString();
  }

  private static void assertIsItsOwn(String sql, Dialect dialect, long seed) {
    Digest digest = Digest.of(sql, dialect);
    Digest again = Digest.of(digest.text(), dialect);
    assertThat(again.text()).as("seed %d, %s: %s", seed, dialect, sql).isEqualTo(digest.text());
    assertThat(digest.text().length()).isLessThanOrEqualTo(FoldedText.MAX_LENGTH);
  }

  /** What grows faster than the text would take hours here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "[",
        "in (",
        "in(1,",
        "values (1),",
        "values(now(),1),(",
        "array[",
        "f(",
        "'",
        "''",
        "'a' ",
        "\"",
        "\"a\" ",
        "/*",
        "/*!",
        "*/",
        "--",
        "--\n",
        "$",
        "$a",
        "$a$",
        "$$",
        "-",
        "- ",
        "+1",
        "1",
        "1.",
        ".",
        "..5",
        "1,",
        "a",
        "a.",
        "a,",
        ":",
        ":a",
        "?",
        "? ",
        "??",
        ";",
        "; ;a",
        "E'",
        "q'[",
        "_utf8 ",
        "N'",
        "with a as (",
        "with a as (select 1), ",
        "select ",
        "from a,",
        "join (",
        "as ",
        "union ",
        "\u2026",
        "\u00e4",
        "\ud83d\ude00",
        " ",
        "null,",
        "in (select 1, 1, ",
        "in (in (1,1),",
        "x'it's",
        "@",
        "#",
        "\\",
        "case when 'a' "
      })
  void inLinearTime(String piece) {
    StringBuilder sql = new StringBuilder("select a from t where b in (1, 2, ");
    while (sql.length() < 100_000) {
      sql.append(piece);
    }
    for (Dialect dialect : new Dialect[] {Dialect.POSTGRESQL, Dialect.MYSQL}) {
      Digest digest = Digest.of(sql.toString(), dialect);
      assertThat(digest.text()).startsWith("select ");
      assertThat(Digest.of(digest.text(), dialect).text()).isEqualTo(digest.text());
    }
  }

  @Test
  void ofTenMegabytes() {
    StringBuilder sql = new StringBuilder("insert into t (a, b) values ");
    while (sql.length() < 10_000_000) {
      sql.append("(1, 'it''s'), ");
    }
    assertThat(Digest.of(sql.append("(2, null)").toString(), Dialect.H2).text())
        .isEqualTo("insert into t(a, b) values (...)");
  }
}
