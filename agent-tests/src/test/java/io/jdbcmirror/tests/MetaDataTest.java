package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What drivers ask their server for themselves is no request of the application. */
@OnEachVendor
class MetaDataTest extends MirrorSuite {
  MetaDataTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createRoutines() {
    onBothSides(Routines.of(vendor));
  }

  @Test
  void onlyWhatTheApplicationExecutesIsCounted() {
    MirroredApp app = mirror();
    app.run(
        scene -> {
          Connection connection = scene.connection("a");
          ofTheDatabase(connection.getMetaData());
          ofTheConnection(connection);
          ofStatements(connection);
        });

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).as("%s", metrics).isEqualTo(2);
    assertThat(metrics.mirrored()).isEqualTo(2);
  }

  @Test
  void parametersByNameAreLookedUpWithoutARequest() {
    MirroredApp app = mirror();
    boolean named = isMariaDb();
    app.run(scene -> call(scene, named));

    Metrics metrics = app.drain();
    assertThat(metrics.requests()).as("%s", metrics).isOne();
    assertThat(metrics.mirrored()).isOne();
  }

  private static void call(Scene scene, boolean named) throws SQLException {
    String sql = named ? "{call sum_up(?, ?, ?)}" : "{? = call add_row(?, ?)}";
    try (CallableStatement call = scene.connection("a").prepareCall(sql)) {
      if (named) {
        call.getParameterMetaData().getParameterCount();
        call.registerOutParameter("total", Types.INTEGER);
        call.registerOutParameter("doubled", Types.INTEGER);
        call.setInt(1, 1);
        call.setInt(2, 2);
      } else {
        call.registerOutParameter(1, Types.INTEGER);
        call.setInt(2, 1);
        call.setString(3, "one");
      }
      call.execute();
      if (named) {
        call.getInt("doubled");
        call.getObject("total");
      }
    }
  }

  private static void ofTheDatabase(DatabaseMetaData metaData) throws SQLException {
    String schema = metaData.getConnection().getSchema();
    metaData.getDatabaseProductVersion();
    metaData.getUserName();
    metaData.getMaxConnections();
    read(metaData.getTables(null, schema, "%", new String[] {"TABLE"}));
    read(metaData.getColumns(null, schema, "%", "%"));
    read(metaData.getPrimaryKeys(null, schema, "t"));
    read(metaData.getIndexInfo(null, schema, "t", false, true));
    read(metaData.getImportedKeys(null, schema, "t"));
    read(metaData.getProcedures(null, schema, "%"));
    read(metaData.getFunctions(null, schema, "%"));
    read(metaData.getTypeInfo());
    read(metaData.getCatalogs());
    read(metaData.getSchemas());
  }

  private static void ofTheConnection(Connection connection) throws SQLException {
    connection.isValid(5);
    connection.getTransactionIsolation();
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.getSchema();
    connection.getCatalog();
    connection.setReadOnly(true);
    connection.setReadOnly(false);
    connection.getClientInfo();
    connection.getWarnings();
    connection.nativeSQL("select {fn now()}");
  }

  private static void ofStatements(Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into t values (?, ?)");
        PreparedStatement query = connection.prepareStatement("select id, name from t")) {
      insert.getParameterMetaData().getParameterCount();
      query.getMetaData().getColumnCount();
      insert.setInt(1, 1);
      insert.setString(2, "one");
      insert.executeUpdate();
      try (ResultSet rows = query.executeQuery()) {
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          columns.getColumnTypeName(i);
          columns.getTableName(i);
          columns.isNullable(i);
          columns.isAutoIncrement(i);
        }
        rows.next();
        rows.getObject(1);
      }
    }
  }

  private static void read(ResultSet rows) throws SQLException {
    try (ResultSet open = rows) {
      while (open.next()) {
        open.getString(1);
      }
    }
  }
}
