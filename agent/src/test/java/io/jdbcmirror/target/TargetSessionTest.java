package io.jdbcmirror.target;

import static io.jdbcmirror.traffic.SessionChange.Attribute.READ_ONLY;
import static io.jdbcmirror.traffic.SessionChange.Attribute.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.SessionChange;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.Source;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import io.jdbcmirror.traffic.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetSessionTest {
  private final String url = "jdbc:h2:mem:session-" + UUID.randomUUID();
  private final Session source =
      new Session(1, new Source("jdbc:h2:mem:none", new Properties(), new Driver()));
  private Connection connection;
  private TargetSession session;

  @BeforeEach
  void open() throws Exception {
    connection = new Driver().connect(url, new Properties());
    session =
        new TargetSession(
            connection,
            TargetSettings.of(url).build(),
            new CallWatch(),
            null,
            Vendor.H2,
            new SequenceGuards(false));
    apply(plain("CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(10))"));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void preparedStatementIsMadeOnceAndTakesEachRow() throws Exception {
    apply(insert(Call.EXECUTE_UPDATE, 1), insert(Call.EXECUTE, 2));
    apply(insert(Call.EXECUTE_LARGE_UPDATE, 3), insert(Call.EXECUTE_BATCH, 4, 5));
    apply(insert(Call.EXECUTE_LARGE_BATCH, 6, 7));

    assertThat(count("t")).isEqualTo("7");
  }

  @Test
  void plainStatementsTakeEveryOverload() throws Exception {
    Object[] keys = {null, 1, new int[] {1}, new String[] {"A"}};
    int key = 0;
    for (Call call : Arrays.asList(Call.EXECUTE, Call.EXECUTE_UPDATE, Call.EXECUTE_LARGE_UPDATE)) {
      for (Object generatedKeys : keys) {
        String sql = "INSERT INTO t VALUES (" + key++ + ", 'x')";
        apply(Request.of(new StatementText(Form.PLAIN, sql, generatedKeys), call).build());
      }
    }
    apply(
        Request.of(new StatementText(Form.PLAIN, null, null), Call.EXECUTE_BATCH)
            .batchSql(Arrays.asList("DELETE FROM t WHERE a = 0", "DELETE FROM t WHERE a = 1"))
            .build());

    assertThat(count("t")).isEqualTo("10");
  }

  @Test
  void resultsAreReadWithinBounds() throws Exception {
    String sql = "SELECT * FROM SYSTEM_RANGE(1, 1000000)";

    apply(
        Request.of(new StatementText(Form.PLAIN, sql, null), Call.EXECUTE_QUERY).build(),
        Request.of(new StatementText(Form.PREPARED, sql, null), Call.EXECUTE)
            .rows(Collections.singletonList(new Parameter[0]))
            .build());

    assertThat(connection.isClosed()).isFalse();
  }

  @Test
  void anEmptyBatchOfAStatementThatCannotBePreparedAnyMoreSucceeds() throws Exception {
    StatementText gone =
        new StatementText(Form.PREPARED, "INSERT INTO t (a, gone) VALUES (?, ?)", null);
    Transaction transaction =
        transaction(none(), Request.of(gone, Call.EXECUTE_BATCH).build(), insert(Call.EXECUTE, 1));
    session.begin(transaction);
    assertThat(execute(session, transaction.requests().get(0))).isZero();
    execute(session, transaction.requests().get(1));
    session.commit(transaction);

    assertThat(count("t")).isEqualTo("1");
  }

  @Test
  void failedBatchLeavesNothingBehindForTheNextCall() throws Exception {
    Transaction failing = transaction(none(), insert(Call.EXECUTE_BATCH, 1, 1));
    session.begin(failing);
    assertThatThrownBy(() -> execute(session, failing.requests().get(0)))
        .isInstanceOf(SQLException.class);
    assertThat(session.rollback()).isTrue();

    apply(insert(Call.EXECUTE_BATCH, 2, 3));

    assertThat(count("t")).isEqualTo("2");
  }

  @Test
  void autocommitTransactionNeedsNoCommit() throws Exception {
    Transaction transaction =
        new Transaction(source, true, none(), Arrays.asList(insert(Call.EXECUTE_UPDATE, 1)), 0);
    session.begin(transaction);
    execute(session, transaction.requests().get(0));

    assertThat(connection.getAutoCommit()).isTrue();
    try (Connection other = new Driver().connect(url, new Properties())) {
      assertThat(Jdbc.single(other, "SELECT COUNT(*) FROM t")).isEqualTo("1");
    }
  }

  @Test
  void preambleRunsInOrderAndOnce() throws Exception {
    List<SessionChange> changes = new ArrayList<>();
    changes.add(change(1, "CREATE SCHEMA s"));
    changes.add(SessionChange.attribute(2, SCHEMA, "S"));
    changes.add(change(3, "CREATE TABLE in_s (a INT)"));
    apply(changes, plain("INSERT INTO in_s VALUES (1)"));
    changes.add(SessionChange.attribute(4, READ_ONLY, false));
    changes.add(SessionChange.attribute(5, SCHEMA, "PUBLIC"));

    apply(changes, plain("INSERT INTO s.in_s VALUES (2)"));

    assertThat(count("s.in_s")).isEqualTo("2");
    assertThat(connection.getSchema()).isEqualTo("PUBLIC");
  }

  @Test
  void committedChangeIsNotRunAgainButARolledBackOneIs() throws Exception {
    Request create = numbered(1, "CREATE LOCAL TEMPORARY TABLE temp (a INT) TRANSACTIONAL");
    apply(none(), create);
    SessionChange created = SessionChange.statement(1, "temp", create);
    apply(Arrays.asList(created), plain("INSERT INTO temp VALUES (1)"));
    Request role = numbered(2, "SET @x = 1");
    Transaction broken = transaction(Arrays.asList(created), role);
    session.begin(broken);
    execute(session, role);
    session.rollback();

    apply(
        Arrays.asList(created, change(2, "CREATE TABLE ran_again (a INT)")),
        plain("INSERT INTO ran_again VALUES (1)"));

    assertThat(count("temp")).isEqualTo("1");
    assertThat(count("ran_again")).isEqualTo("1");
  }

  @Test
  void undoingIsSkippedWhereThereIsNothingToUndo() throws Exception {
    Request drop = plain("DROP TABLE temp");
    apply(Arrays.asList(SessionChange.undoing(7, "temp", drop, 3)), insert(Call.EXECUTE, 1));

    assertThat(count("t")).isEqualTo("1");
  }

  @Test
  void undoingIsRunWhereTheChangeWasRun() throws Exception {
    SessionChange created = change(3, "CREATE LOCAL TEMPORARY TABLE temp (a INT)");
    apply(Arrays.asList(created), insert(Call.EXECUTE, 1));
    Request drop = plain("DROP TABLE temp");

    apply(Arrays.asList(SessionChange.undoing(7, "temp", drop, 3)), insert(Call.EXECUTE, 2));

    assertThatThrownBy(() -> count("temp")).isInstanceOf(SQLException.class);
  }

  @Test
  void sessionMayNotLeaveItsDatabaseWhereTheSourcesIsNextDoor() throws Exception {
    session =
        new TargetSession(
            connection,
            TargetSettings.of(url).build(),
            new CallWatch(),
            HomeDatabase.of(connection, url),
            Vendor.H2,
            new SequenceGuards(false));
    SessionChange away = SessionChange.attribute(1, SessionChange.Attribute.CATALOG, "another");

    assertThatThrownBy(() -> apply(Arrays.asList(away), insert(Call.EXECUTE, 1)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("leave the target's database");
  }

  @Test
  void failedPreambleLeavesACleanSessionAndIsRunAgain() throws Exception {
    List<SessionChange> preamble = Arrays.asList(change(1, "INSERT INTO t VALUES (1, 'x')"));
    apply(insert(Call.EXECUTE, 1));
    Transaction failing = transaction(preamble, insert(Call.EXECUTE, 2));
    assertThatThrownBy(() -> session.begin(failing)).isInstanceOf(SQLException.class);
    assertThat(session.rollback()).isTrue();

    apply(plain("DELETE FROM t"));
    apply(preamble, insert(Call.EXECUTE, 2));

    assertThat(count("t")).isEqualTo("2");
  }

  @Test
  void statementsAreDroppedFromTheCacheTheOldestFirst() throws Exception {
    StatementCache cache =
        new StatementCache(
            new StatementFactory(connection, Vendor.H2, new CallWatch(), 0), 2, 1_000);
    java.sql.PreparedStatement made = cache.get(query(1));
    cache.get(query(2));
    assertThat(cache.get(query(1))).isSameAs(made);

    cache.get(query(3));
    cache.get(query(4));

    assertThat(cache.size()).isEqualTo(2);
    assertThat(made.isClosed()).isTrue();
  }

  private static Request query(int number) {
    return Request.of(new StatementText(Form.PREPARED, "SELECT " + number, null), Call.EXECUTE)
        .build();
  }

  private void apply(Request... requests) throws SQLException {
    apply(none(), requests);
  }

  private void apply(List<SessionChange> preamble, Request... requests) throws SQLException {
    Transaction transaction = transaction(preamble, requests);
    session.begin(transaction);
    for (Request request : requests) {
      assertThat(execute(session, request)).isPositive();
    }
    session.commit(transaction);
  }

  private Transaction transaction(List<SessionChange> preamble, Request... requests) {
    return new Transaction(source, false, preamble, Arrays.asList(requests), 0);
  }

  private static List<SessionChange> none() {
    return Collections.emptyList();
  }

  private static SessionChange change(long number, String sql) {
    return SessionChange.statement(number, "key" + number, plain(sql));
  }

  private static Request plain(String sql) {
    return Request.of(new StatementText(Form.PLAIN, sql, null), Call.EXECUTE).build();
  }

  private static Request numbered(long number, String sql) {
    return Request.of(new StatementText(Form.PLAIN, sql, null), Call.EXECUTE)
        .changeNumber(number)
        .build();
  }

  private static Request insert(Call call, int... keys) {
    List<Parameter[]> rows = new ArrayList<>();
    for (int key : keys) {
      rows.add(
          new Parameter[] {
            Parameter.of(Setter.INT, 1, key, null, null),
            Parameter.of(Setter.STRING, 2, "x", null, null)
          });
    }
    return Request.of(new StatementText(Form.PREPARED, "INSERT INTO t VALUES (?, ?)", null), call)
        .rows(rows)
        .build();
  }

  private String count(String table) throws SQLException {
    return Jdbc.single(connection, "SELECT COUNT(*) FROM " + table);
  }

  private static long execute(TargetSession session, Request request) throws SQLException {
    TargetAnswer answer = new TargetAnswer(request, List.of());
    session.execute(request, answer);
    return answer.nanos();
  }
}
