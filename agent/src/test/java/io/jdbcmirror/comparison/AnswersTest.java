package io.jdbcmirror.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.NotCompared;
import io.jdbcmirror.metrics.Verdict;
import io.jdbcmirror.target.Answered;
import io.jdbcmirror.target.TargetAnswer;
import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.SourceRows;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two results, both of real rows: the source's as an application reads it. */
class AnswersTest {
  private static final boolean ORDERED = true;
  private static final boolean UNORDERED = false;

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  /** How an application goes through a result. */
  private interface Reader {
    void read(ResultSet rows, SourceRows taken) throws SQLException;
  }

  private static void all(ResultSet rows, SourceRows taken) throws SQLException {
    while (rows.next()) {
      taken.row();
      get(rows, taken);
    }
  }

  private static void get(ResultSet rows, SourceRows taken) throws SQLException {
    taken.value("getInt", 1, null, rows.getInt(1));
    taken.value("getString", "V", null, rows.getString("V"));
  }

  private static Reader first(int count) {
    return (rows, taken) -> {
      for (int i = 0; i < count && rows.next(); i++) {
        taken.row();
        get(rows, taken);
      }
    };
  }

  private static String rows(String values) {
    return "select * from (values " + values + ") as t(k, v)";
  }

  private SourceResult read(String values, boolean toItsEnd, Reader reader) throws SQLException {
    SourceResult result = new SourceResult();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(rows(values))) {
      reader.read(rows, result.rows(true, List.of()));
    }
    if (toItsEnd) {
      result.ended();
    } else {
      result.complete();
    }
    return result;
  }

  private Judgement compare(SourceResult source, String values, boolean ordered)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(rows(values))) {
      TargetAnswer answer = Answered.rows(source, List.of(), rows);
      return Answers.compare(source, answer, ordered);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(1, 'a'), (2, 'b') | (1, 'a'), (2, 'b') | MATCH",
        "(1, 'a'), (2, 'b') | (2, 'b'), (1, 'a') | MATCH",
        "(1, 'a'), (1, 'a') | (1, 'a'), (1, 'a') | MATCH",
        "(1, 'a'), (1, 'a') | (1, 'a'), (2, 'b') | RESULT",
        "(1, 'a'), (2, 'b') | (1, 'b'), (2, 'a') | RESULT",
        "(1, 'a'), (2, 'b') | (1, 'a')           | ROW_COUNT",
        "(1, 'a')           | (1, 'a'), (2, 'b') | ROW_COUNT",
        "(1, null)          | (1, null)          | MATCH",
        "(1, null)          | (1, '')            | RESULT",
        "(1, 'a ')          | (1, 'a')           | MATCH",
        "(1, '1.50')        | (1, '1.5')         | RESULT",
        "(1, 1.50)          | (1, 1.5)           | MATCH",
        "(1, 1.50)          | (1, 1.51)          | RESULT",
        "(1, 10)            | (1, 1)             | RESULT",
        "(1, timestamp '2026-01-01 00:00:00.50') | (1, timestamp '2026-01-01 00:00:00.5') | MATCH",
      })
  void resultsThatWereReadToTheirEnd(String source, String target, Verdict verdict)
      throws SQLException {
    assertThat(compare(read(source, true, AnswersTest::all), target, UNORDERED).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void orderCountsWhereTheStatementOrders() throws SQLException {
    SourceResult source = read("(1, 'a'), (2, 'b')", true, AnswersTest::all);
    assertThat(compare(source, "(1, 'a'), (2, 'b')", ORDERED)).isEqualTo(Judgement.MATCH);
    assertThat(compare(source, "(2, 'b'), (1, 'a')", ORDERED)).isEqualTo(Judgement.ORDER);
    assertThat(compare(source, "(2, 'b'), (1, 'x')", ORDERED)).isEqualTo(Judgement.RESULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | (1, 'a'), (2, 'b') | MATCH",
        "1 | (2, 'b'), (1, 'a') | MATCH",
        "1 | (3, 'c'), (2, 'b') | RESULT",
        "2 | (1, 'a'), (2, 'b'), (3, 'c') | MATCH",
        "2 | (1, 'a') | ROW_COUNT",
        "0 | (7, 'x') | MATCH",
      })
  void resultsThatWereLeftAreComparedAsFarAsTheyWereRead(int read, String target, Verdict verdict)
      throws SQLException {
    SourceResult source = read("(1, 'a'), (2, 'b'), (3, 'c')", false, first(read));
    assertThat(compare(source, target, UNORDERED).verdict()).isEqualTo(verdict);
  }

  @Test
  void ofAnOrderedResultThatWasLeftTheFirstRowsCount() throws SQLException {
    SourceResult source = read("(1, 'a'), (2, 'b'), (3, 'c')", false, first(2));
    assertThat(compare(source, "(1, 'a'), (2, 'b'), (9, 'z')", ORDERED)).isEqualTo(Judgement.MATCH);
    assertThat(compare(source, "(2, 'b'), (1, 'a'), (9, 'z')", ORDERED)).isEqualTo(Judgement.ORDER);
  }

  @Test
  void anUnorderedResultThatWasLeftAfterManyRowsIsNotCompared() throws SQLException {
    StringBuilder values = new StringBuilder("(0, 'x')");
    for (int i = 1; i < 200; i++) {
      values.append(", (").append(i).append(", 'x')");
    }
    SourceResult source = read(values.toString(), false, first(100));
    assertThat(compare(source, values.toString(), UNORDERED).reason())
        .isEqualTo(NotCompared.PARTLY_READ);
  }

  @Test
  void rowsReadByDifferentCallsAreCountedAlone() throws SQLException {
    Reader changing =
        (rows, taken) -> {
          for (int i = 0; rows.next(); i++) {
            taken.row();
            taken.value("getInt", 1, null, rows.getInt(1));
            if (i > 0) {
              taken.value("getString", 2, null, rows.getString(2));
            }
          }
        };
    SourceResult source = read("(1, 'a'), (2, 'b')", true, changing);
    assertThat(compare(source, "(1, 'a'), (2, 'b')", UNORDERED).reason())
        .isEqualTo(NotCompared.READ_OTHERWISE);
    assertThat(compare(source, "(1, 'a')", UNORDERED)).isEqualTo(Judgement.ROW_COUNT);
  }

  @Test
  void whoScrollsLeavesNothingToCompare() throws SQLException {
    Reader scrolling =
        (rows, taken) -> {
          taken.row();
          taken.scroll();
        };
    SourceResult source = read("(1, 'a')", true, scrolling);
    assertThat(compare(source, "(1, 'a'), (2, 'b')", UNORDERED).reason())
        .isEqualTo(NotCompared.READ_OTHERWISE);
  }

  @Test
  void aColumnThatTheTargetLacksIsADifference() throws SQLException {
    Reader reader =
        (rows, taken) -> {
          while (rows.next()) {
            taken.row();
            taken.value("getString", "OTHER", null, "x");
          }
        };
    SourceResult source = read("(1, 'a')", true, reader);
    assertThat(compare(source, "(1, 'a')", UNORDERED)).isEqualTo(Judgement.RESULT);
  }

  @Test
  void moreRowsThanAreReadAreNotCompared() throws SQLException {
    SourceResult source = new SourceResult();
    SourceRows taken = source.rows(false, List.of());
    for (int i = 0; i < 10_001; i++) {
      taken.row();
    }
    source.ended();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select x from system_range(1, 20000)")) {
      TargetAnswer answer = Answered.rows(source, List.of(), rows);
      assertThat(Answers.compare(source, answer, UNORDERED).reason())
          .isEqualTo(NotCompared.TOO_LARGE);
    }
  }

  @Test
  void whatNobodyHasLookedAtIsTheSame() {
    SourceResult source = new SourceResult();
    source.complete();
    assertThat(Answers.compare(source, Answered.counts(source, 3), UNORDERED))
        .isEqualTo(Judgement.MATCH);
  }

  @Test
  void whatWasNotSeenIsNotCompared() {
    SourceResult source = new SourceResult();
    source.lose();
    assertThat(Answers.compare(source, Answered.counts(source, 3), UNORDERED).reason())
        .isEqualTo(NotCompared.UNSUPPORTED);
  }

  @Test
  void updateCounts() {
    SourceResult source = new SourceResult();
    source.updateCount(3);
    assertThat(Answers.compare(source, Answered.counts(source, 3), UNORDERED))
        .isEqualTo(Judgement.MATCH);
    assertThat(Answers.compare(source, Answered.counts(source, 2), UNORDERED))
        .isEqualTo(Judgement.UPDATE_COUNT);
    assertThat(Answers.compare(source, Answered.counts(source, 1, 2), UNORDERED))
        .as("carried out in parts, for its keys")
        .isEqualTo(Judgement.MATCH);
  }

  @Test
  void batchCountsWhereBothAreKnown() {
    SourceResult source = new SourceResult();
    source.batchCounts(new long[] {1, Statement.SUCCESS_NO_INFO, 0});
    assertThat(Answers.compare(source, Answered.counts(source, 1, 5, 0), UNORDERED))
        .isEqualTo(Judgement.MATCH);
    assertThat(Answers.compare(source, Answered.counts(source, 1, 5, 1), UNORDERED))
        .isEqualTo(Judgement.UPDATE_COUNT);
    assertThat(Answers.compare(source, Answered.counts(source, 1, 5), UNORDERED))
        .isEqualTo(Judgement.UPDATE_COUNT);
  }
}
