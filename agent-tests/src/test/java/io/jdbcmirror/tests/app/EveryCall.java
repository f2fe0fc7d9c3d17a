package io.jdbcmirror.tests.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Calls every method of every JDBC interface: with plain arguments, with the application's own, and
 * so that the driver throws, to a thread that is interrupted. Bound parameters are executed.
 */
public final class EveryCall {
  private static final String INSERT = "insert into blank values (?)";

  private final Driver driver;
  private final Connection connection;

  private EveryCall(Driver driver) throws SQLException {
    this.driver = driver;
    this.connection = connect();
  }

  /** On the recording driver, with nothing behind it. */
  public static void run() throws Exception {
    EveryCall calls = new EveryCall(new WatchedDriver().recorded());
    for (Class<?> type : Tape.types()) {
      for (Method method : Tape.methods(type)) {
        calls.call(type, method, true);
        calls.call(type, method, false);
        calls.callThatThrows(type, method);
      }
    }
    calls.bindObjects();
    calls.connection.close();
  }

  private Connection connect() throws SQLException {
    return driver.connect(RecordingConnections.BLANK, new Properties());
  }

  private void call(Class<?> type, Method method, boolean plain) throws Exception {
    Object object = fresh(type);
    invoke(object, method, arguments(method, plain));
    if (object instanceof PreparedStatement statement) {
      statement.execute();
    }
  }

  private void callThatThrows(Class<?> type, Method method) throws Exception {
    Throwable[] kinds = {new SQLException("made up"), new RuntimeException(), new Error()};
    Object object = fresh(type);
    Object[] arguments = arguments(method, true);
    Watch.throwNext(kinds[Math.floorMod(method.hashCode(), kinds.length)]);
    Thread.currentThread().interrupt();
    try {
      invoke(object, method, arguments);
    } finally {
      Thread.interrupted();
    }
  }

  private static Object[] arguments(Method method, boolean plain) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = argument(method, i, types[i], plain);
    }
    return arguments;
  }

  private static Object argument(Method method, int i, Class<?> type, boolean plain) {
    if (i == 0 && type == int.class && method.getName().startsWith("set")) {
      return 1; // a parameter's index
    }
    boolean url = i == 0 && method.getDeclaringClass() == Driver.class;
    return url ? RecordingConnections.BLANK : Hostile.value(type, plain);
  }

  private static void invoke(Object object, Method method, Object[] arguments)
      throws IllegalAccessException {
    try {
      method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      return; // what comes back is compared where it comes back
    }
  }

  /** Every kind of object, in every form of {@code setObject} that takes it, also in a batch. */
  private void bindObjects() throws SQLException {
    for (Object object : Hostile.objects()) {
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        insert.setObject(1, object);
        insert.execute();
        insert.setObject(1, object, java.sql.Types.OTHER);
        insert.addBatch();
        insert.executeBatch();
      }
    }
  }

  /** One that nothing was called on. */
  private Object fresh(Class<?> type) throws SQLException {
    return switch (type.getSimpleName()) {
      case "Driver" -> driver;
      case "Connection" -> connect();
      case "Statement" -> connection.createStatement();
      case "PreparedStatement" -> connection.prepareStatement(INSERT);
      case "CallableStatement" -> connection.prepareCall("{call blank(?)}");
      case "ResultSet" -> rows();
      case "NClob" -> connection.createNClob();
      case "Clob" -> connection.createClob();
      case "Blob" -> connection.createBlob();
      case "SQLXML" -> connection.createSQLXML();
      case "Array" -> connection.createArrayOf("blank", new Object[] {1});
      case "Struct" -> connection.createStruct("blank", new Object[] {1});
      case "Ref" -> rows().getRef(1);
      case "RowId" -> rows().getRowId(1);
      case "Savepoint" -> connection.setSavepoint();
      case "DatabaseMetaData" -> connection.getMetaData();
      case "ResultSetMetaData" -> rows().getMetaData();
      case "ParameterMetaData" -> connection.prepareStatement(INSERT).getParameterMetaData();
      default -> throw new AssertionError(type);
    };
  }

  private ResultSet rows() throws SQLException {
    Statement statement = connection.createStatement();
    return statement.executeQuery("select * from blank");
  }
}
