package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.traffic.StatementOption;
import io.jdbcmirror.traffic.StatementOptions;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which calls a target's driver gets for a statement, told by a driver that only listens. */
class StatementFactoryTest {
  private static final StatementOptions SCROLLING =
      StatementOptions.NONE
          .with(StatementOption.RESULT_SET_TYPE, ResultSet.TYPE_SCROLL_INSENSITIVE)
          .with(StatementOption.CONCURRENCY, ResultSet.CONCUR_UPDATABLE);
  private static final StatementOptions HOLDING =
      SCROLLING.with(StatementOption.HOLDABILITY, ResultSet.CLOSE_CURSORS_AT_COMMIT);
  private static final StatementText QUERY = new StatementText(Form.PREPARED, "q", null);
  private static final StatementText CALL = new StatementText(Form.CALLABLE, "c", null);

  private final CallWatch watch = new CallWatch();
  private final List<String> calls = new ArrayList<>();
  private final Set<String> unknown = new HashSet<>();
  private boolean typed = true;

  @Test
  void withoutOptionsOnlyTheAgentsOwnLimitsAreSet() throws SQLException {
    factory(Vendor.H2).plain(StatementOptions.NONE);

    assertThat(calls)
        .containsExactly("createStatement[]", "setQueryTimeout[30]", "setMaxRows[10000]");
  }

  @Test
  void onPostgresTheAgentsOwnTimeOutIsTheWatchdogsForEachExecution() throws SQLException {
    StatementFactory factory = factory(Vendor.POSTGRESQL);
    PreparedStatement statement = factory.prepared(QUERY, StatementOptions.NONE);
    assertThat(calls).containsExactly("prepareStatement[q]", "setMaxRows[10000]");
    assertThat(watch.takeLate(in(29))).isNull();
    assertThat(watch.takeLate(in(31))).isSameAs(statement);
    watch.cancelled();
    assertThat(watch.takeLate(in(31))).isNull();

    factory.reused(statement, StatementOptions.NONE);
    assertThat(watch.takeLate(in(31))).isSameAs(statement);
  }

  @Test
  void onPostgresAShorterTimeOutOfTheApplicationsIsTheDrivers() throws SQLException {
    StatementOptions hurried = StatementOptions.NONE.with(StatementOption.QUERY_TIMEOUT, 3);
    factory(Vendor.POSTGRESQL).prepared(QUERY, hurried);

    assertThat(calls).contains("setQueryTimeout[3]");
    assertThat(watch.takeLate(in(31))).isNull();
  }

  private static long in(int seconds) {
    return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  void whatTheApplicationHasSetIsSet() throws SQLException {
    StatementOptions options =
        StatementOptions.NONE
            .with(StatementOption.FETCH_SIZE, 50)
            .with(StatementOption.FETCH_DIRECTION, ResultSet.FETCH_REVERSE)
            .with(StatementOption.MAX_ROWS, 7L)
            .with(StatementOption.MAX_FIELD_SIZE, 100)
            .with(StatementOption.QUERY_TIMEOUT, 3)
            .with(StatementOption.ESCAPE_PROCESSING, false)
            .with(StatementOption.CURSOR_NAME, "cursor")
            .with(StatementOption.POOLABLE, true);
    factory(Vendor.DERBY).plain(options);

    assertThat(calls)
        .containsExactly(
            "createStatement[]",
            "setEscapeProcessing[false]",
            "setQueryTimeout[3]",
            "setMaxRows[7]",
            "setFetchSize[50]",
            "setFetchDirection[1001]",
            "setMaxFieldSize[100]",
            "setCursorName[cursor]",
            "setPoolable[true]");
  }

  @Test
  void ofTwoBoundsTheSmallerHolds() throws SQLException {
    StatementOptions large =
        StatementOptions.NONE
            .with(StatementOption.QUERY_TIMEOUT, 300)
            .with(StatementOption.MAX_ROWS, 1L << 40)
            .with(StatementOption.FETCH_SIZE, 1_000_000);
    factory(Vendor.H2).prepared(QUERY, large);

    assertThat(calls)
        .containsExactly(
            "prepareStatement[q]",
            "setQueryTimeout[30]",
            "setMaxRows[10000]",
            "setFetchSize[10000]");
  }

  @Test
  void everyKindOfResultSetIsAskedFor() throws SQLException {
    StatementFactory factory = factory(Vendor.POSTGRESQL);
    factory.plain(SCROLLING);
    factory.plain(HOLDING);
    factory.prepared(QUERY, SCROLLING);
    factory.prepared(QUERY, HOLDING);
    factory.prepared(CALL, SCROLLING);
    factory.prepared(CALL, HOLDING);

    assertThat(calls)
        .filteredOn(call -> !call.startsWith("set"))
        .containsExactly(
            "createStatement[1004, 1008]",
            "createStatement[1004, 1008, 2]",
            "prepareStatement[q, 1004, 1008]",
            "prepareStatement[q, 1004, 1008, 2]",
            "prepareCall[c, 1004, 1008]",
            "prepareCall[c, 1004, 1008, 2]");
  }

  @Test
  void aTargetWithoutSuchResultSetsGetsThePlainStatement() throws SQLException {
    typed = false;
    factory(Vendor.SQLITE).prepared(QUERY, HOLDING);

    assertThat(calls).contains("prepareStatement[q]");
  }

  @Test
  void whatTheDriverDoesNotKnowIsLeftOut() throws SQLException {
    unknown.add("setCursorName");
    unknown.add("setMaxRows");
    StatementOptions options =
        StatementOptions.NONE
            .with(StatementOption.CURSOR_NAME, "cursor")
            .with(StatementOption.POOLABLE, false);
    factory(Vendor.H2).plain(options);

    assertThat(calls).contains("setPoolable[false]");
  }

  @Test
  void escapesThatCannotBeLeftAloneFailTheStatement() {
    unknown.add("setEscapeProcessing");
    StatementOptions raw = StatementOptions.NONE.with(StatementOption.ESCAPE_PROCESSING, false);

    assertThatThrownBy(() -> factory(Vendor.H2).plain(raw)).isInstanceOf(SQLException.class);
  }

  @Test
  void theSessionsTimeOutOfH2FollowsTheStatement() throws SQLException {
    StatementFactory factory = factory(Vendor.H2);
    PreparedStatement unhurried = factory.prepared(QUERY, StatementOptions.NONE);
    StatementOptions hurried = StatementOptions.NONE.with(StatementOption.QUERY_TIMEOUT, 1);
    factory.prepared(QUERY, hurried);
    calls.clear();
    factory.reused(unhurried, StatementOptions.NONE);
    factory.reused(unhurried, StatementOptions.NONE);

    assertThat(calls).containsExactly("setQueryTimeout[30]");
  }

  @Test
  void theSessionsRowLimitOfMySqlIsBackAfterAStatementWithItsOwn() throws SQLException {
    StatementFactory factory = factory(Vendor.MYSQL);
    StatementOptions few = StatementOptions.NONE.with(StatementOption.MAX_ROWS, 5L);
    PreparedStatement all = factory.prepared(QUERY, StatementOptions.NONE);
    assertThat(calls).containsExactly("prepareStatement[q]", "setQueryTimeout[30]");
    factory.plain(few);
    factory.plain(few);
    calls.clear();
    factory.reused(all, StatementOptions.NONE);
    factory.reused(all, StatementOptions.NONE);

    assertThat(calls)
        .containsExactly("createStatement[]", "execute[SET SQL_SELECT_LIMIT=10000]", "close[]");
  }

  private StatementFactory factory(Vendor vendor) {
    Connection connection = proxy(Connection.class, this::onConnection);
    return new StatementFactory(connection, vendor, watch, 30_000);
  }

  private Object onConnection(Object proxy, Method method, Object[] arguments) {
    switch (method.getName()) {
      case "getMetaData":
        return proxy(DatabaseMetaData.class, (metaData, asked, values) -> typed);
      case "isClosed":
        return false;
      default:
        note(method, arguments);
        return proxy(method.getReturnType(), this::onStatement);
    }
  }

  private Object onStatement(Object proxy, Method method, Object[] arguments) throws SQLException {
    if (unknown.contains(method.getName())) {
      throw new SQLFeatureNotSupportedException(method.getName());
    }
    note(method, arguments);
    return method.getReturnType() == boolean.class ? false : null;
  }

  private void note(Method method, Object[] arguments) {
    Object[] given = arguments == null ? new Object[0] : arguments;
    calls.add(method.getName() + Arrays.toString(given));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
