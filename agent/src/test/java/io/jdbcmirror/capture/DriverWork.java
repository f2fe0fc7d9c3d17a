package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import io.jdbcmirror.bootstrap.CopyHooks;
import io.jdbcmirror.bootstrap.KeyHooks;
import io.jdbcmirror.bootstrap.ParameterHooks;
import io.jdbcmirror.bootstrap.ResultHooks;
import io.jdbcmirror.bootstrap.StatementHooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Statement;
import java.sql.Types;
import java.util.Properties;
import org.h2.Driver;

/**
 * Calls every hook as an instrumented driver does, in the course of some work: each kind of
 * transaction, statement and parameter once, each insert with a number of its own.
 */
final class DriverWork {
  private static final String URL = "jdbc:postgresql://host/source";
  private static final String INSERT = "insert into t values (?, ?)";

  private Object connection;
  private int number;

  /** Opens a connection, works on it and closes it. */
  void run() {
    connection = connect();
    autoCommit();
    transactions();
    streams();
    otherParameters();
    batches();
    generatedKeys();
    passedBy();
    copies();
    onConnection("close", null);
    otherWaysToConnect();
  }

  private static Object connect() {
    Object made = new TrackedObject();
    boolean entered = ConnectionHooks.enterConnect();
    if (entered) {
      ConnectionHooks.exitConnect(new Driver(), URL, new Properties(), made);
    }
    return made;
  }

  /** Where a driver's name is not known their connections are passed over. */
  private void otherWaysToConnect() {
    ConnectionHooks.enterXaConnect();
    ConnectionHooks.connectionConstructed(new TrackedObject(), URL, null, "user", "secret");
    ConnectionHooks.exitXaConnect();
    ConnectionHooks.connectionMade(new TrackedObject(), URL, null);
    ConnectionHooks.enterInternal();
    ConnectionHooks.exitInternal();
  }

  private void autoCommit() {
    Object insert = prepare(INSERT);
    bind(insert, "by autocommit");
    execute(insert, "executeUpdate", null);
    bind(insert, "again");
    execute(insert, "executeUpdate", null);
    close(insert);
  }

  private void transactions() {
    onConnection("setAutoCommit", false);
    Object insert = prepare(INSERT);
    bind(insert, "first");
    execute(insert, "executeUpdate", null);
    bind(insert, "second");
    execute(insert, "executeUpdate", null);
    onConnection("commit", null);
    bind(insert, "rolled back");
    execute(insert, "executeUpdate", null);
    onConnection("rollback", null);
    Object statement = create();
    execute(statement, "execute", "set search_path = other");
    bind(insert, "after the setting");
    execute(insert, "executeUpdate", null);
    execute(statement, "execute", "commit");
    onConnection("setSchema", "another");
    StatementHooks.statementOption(insert, "setMaxRows", 10);
    execute(statement, "execute", "insert into u values (" + ++number + ")");
    onConnection("commit", null);
    close(statement);
    close(insert);
  }

  private void streams() {
    Object insert = prepare(INSERT);
    bind(insert, "before the stream");
    InputStream given = new ByteArrayInputStream(new byte[] {1, 2, 3});
    Object token = ParameterHooks.enterSetter(insert, "setBinaryStream", given);
    Object replacement = ParameterHooks.replacement(token);
    InputStream read = replacement == null ? given : (InputStream) replacement;
    readAll(read);
    ParameterHooks.exitSetter(token, null);
    if (ParameterHooks.records(insert)) {
      ParameterHooks.parameter(insert, "setBinaryStream", 2, read, null, null);
    }
    execute(insert, "executeUpdate", null);
    onConnection("commit", null);
    close(insert);
  }

  private static void readAll(InputStream stream) {
    try {
      stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void otherParameters() {
    Object called = make("prepareCall", "{call p(?, ?)}");
    ParameterHooks.enterNamedSetter(called);
    ParameterHooks.parameter(called, "setInt", 1, ++number, null, null);
    ParameterHooks.exitNamedSetter(called);
    ParameterHooks.outParameter(called, 2, Types.INTEGER, null);
    execute(called, "execute", null);
    onConnection("commit", null);
    Object insert = prepare(INSERT);
    bind(insert, "with an array");
    Object array = new TrackedObject();
    ParameterHooks.arrayCreated(array, "int4", new Object[] {1, 2});
    ParameterHooks.driverParameter(insert, 2, new Object());
    ParameterHooks.opaqueParameter(insert, 2);
    execute(insert, "executeUpdate", null);
    onConnection("commit", null);
    close(insert);
  }

  private void batches() {
    Object insert = prepare(INSERT);
    for (int i = 0; i < 3; i++) {
      bind(insert, "batch");
      call(insert, "addBatch");
    }
    execute(insert, "executeBatch", null);
    onConnection("commit", null);
    onConnection("setAutoCommit", true);
    close(insert);
  }

  private void generatedKeys() {
    Object insert =
        make("prepareStatement", "insert into k (v) values (?)", Statement.RETURN_GENERATED_KEYS);
    parameter(insert, "setInt", 1, ++number);
    execute(insert, "executeUpdate", null);
    Object keys = new TrackedObject();
    Object asking = KeyHooks.enterGeneratedKeys(insert);
    KeyHooks.exitGeneratedKeys(asking, keys);
    step(keys, "next", true);
    get(keys, "getLong", 1, 1000L + number);
    step(keys, "close", null);
    close(insert);
  }

  private static void step(Object keys, String method, Object returned) {
    if (ResultHooks.enterStep(keys)) {
      ResultHooks.exitStep(keys, method, returned);
    }
  }

  private static void get(Object rows, String getter, Object column, Object value) {
    if (ResultHooks.enterGetter(rows)) {
      ResultHooks.exitGetter(rows, getter, column, null, value, null);
    }
  }

  private void passedBy() {
    Object query = create();
    Object rows = new TrackedObject();
    execute(query, "executeQuery", "select * from t");
    StatementHooks.derived(query, rows);
    Object token = StatementHooks.enterBypass(rows);
    StatementHooks.exitBypass(token, null);
    step(rows, "next", true);
    get(rows, "getString", "name", "value");
    step(rows, "next", false);
    execute(query, "execute", "update t set v = 1");
    ResultHooks.updateCount(query, 3);
    ResultHooks.moreResults(query);
    close(query);
  }

  private void copies() {
    Object manager = new TrackedObject();
    StatementHooks.derived(connection, manager);
    Object operation = new TrackedObject();
    Object token = StatementHooks.enterExecute(manager, "copyIn", "copy t from stdin", null);
    StatementHooks.exitExecute(token, manager, operation, null);
    byte[] data = {'1', '\t', (byte) ('0' + number % 10), '\n'};
    CopyHooks.copyData(operation, data, 0, data.length);
    CopyHooks.copyCalled(operation, "endCopy", null);
    Object written = new TrackedObject();
    token = StatementHooks.enterExecute(manager, "copyIn", "copy u from stdin", null);
    StatementHooks.exitExecute(token, manager, written, null);
    CopyHooks.copyWriter(written, new Object());
    CopyHooks.copyCalled(written, "endCopy", null);
  }

  private Object create() {
    return make("createStatement", null);
  }

  private Object prepare(String sql) {
    return make("prepareStatement", sql);
  }

  private Object make(String method, String sql) {
    return make(method, sql, null);
  }

  private Object make(String method, String sql, Object keys) {
    Object statement = new TrackedObject();
    StatementHooks.statementCreated(connection, method, statement, sql, keys, null, null);
    return statement;
  }

  private void bind(Object insert, String text) {
    parameter(insert, "setInt", 1, ++number);
    parameter(insert, "setString", 2, text);
  }

  private static void parameter(Object statement, String method, int index, Object value) {
    if (ParameterHooks.records(statement)) {
      ParameterHooks.parameter(statement, method, index, value, null, null);
    }
  }

  private static void execute(Object statement, String method, String sql) {
    Object token = StatementHooks.enterExecute(statement, method, sql, null);
    Object returned = method.equals("executeBatch") ? new int[] {1, 1, 1} : null;
    StatementHooks.exitExecute(token, statement, returned, null);
  }

  private static void close(Object statement) {
    call(statement, "close");
  }

  private static void call(Object statement, String method) {
    Object token = StatementHooks.enterStatementCall(statement, method);
    StatementHooks.exitStatementCall(token, method, null, null);
  }

  /** On the {@link Connection}. */
  private void onConnection(String method, Object argument) {
    Object token = ConnectionHooks.enterConnectionCall(connection, method, argument, null);
    ConnectionHooks.exitConnectionCall(token, null, null);
  }
}
