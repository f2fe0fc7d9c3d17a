package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.ScriptApp;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Script;
import io.jdbcmirror.tests.fixture.Servers;
import io.jdbcmirror.tests.fixture.TableCompare;
import io.jdbcmirror.tests.fixture.TcpProxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The fixtures themselves, without the agent. */
class FixtureTest {
  @RegisterExtension final Apps apps = new Apps();

  @Test
  void postgresKeepsPortAndDataWhenItIsStoppedOrKilled() {
    Database database = keepsPortAndData(Servers.postgresTarget());
    assertThat(database.rows("select id from t order by id")).containsExactly("1", "2", "3");
  }

  @Test
  void h2KeepsPortAndDataWhenItIsStoppedOrKilled() {
    Database database = keepsPortAndData(Servers.h2Target());
    assertThat(database.rows("select id from t")).contains("1", "3");
  }

  @Test
  void mariaDbKeepsPortAndDataWhenItIsStoppedOrKilled() {
    Database database = keepsPortAndData(Servers.mariaDbTarget());
    assertThat(database.rows("select id from t order by id")).containsExactly("1", "2", "3");
  }

  @Test
  void proxyRefusesCutsAndTraps() throws SQLException {
    Database database = Servers.postgresSource().createDatabase("proxied");
    database.execute("create table t (id int)");
    TcpProxy proxy = apps.closing(new TcpProxy(database.server().port()));
    try (Connection connection = connect(database, proxy);
        Statement statement = connection.createStatement()) {
      statement.execute("insert into t values (1)");
      proxy.cutOnce("values (2)", TcpProxy.Cut.BEFORE_FORWARDING);
      assertThatThrownBy(() -> statement.execute("insert into t values (2)"))
          .isInstanceOf(SQLException.class);
    }
    connect(database, proxy).close();
    proxy.refuse();
    assertThatThrownBy(() -> connect(database, proxy)).isInstanceOf(SQLException.class);
    proxy.accept();
    connect(database, proxy).close();
    assertThat(database.rows("select id from t")).containsExactly("1");
    assertThat(proxy.timesCut()).isOne();
  }

  @Test
  void proxyShowsTheServerWhatItHidesFromTheClient() throws SQLException {
    Database database = Servers.postgresSource().createDatabase("proxied");
    database.execute("create table t (id int)");
    TcpProxy proxy = apps.closing(new TcpProxy(database.server().port()));
    try (Connection connection = connect(database, proxy);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("insert into t values (1)");
      proxy.cutOnce("COMMIT", TcpProxy.Cut.AFTER_FORWARDING);
      assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
    }
    await().until(() -> database.count("t") == 1);
  }

  @Test
  void stepsRunInAnotherProcess() {
    Database database = Servers.h2Source().createDatabase("steps");
    ForkedApp app =
        apps.closing(
            ForkedApp.of(ScriptApp.class)
                .arguments(database.url(), database.server().user(), database.server().password())
                .start());
    String table = "t";
    Script script = new Script(app);
    script.run(scene -> scene.execute("a", "create table " + table + " (id int)"));
    script.run(scene -> scene.execute("a", "insert into " + table + " values (7)"));

    assertThat(database.rows("select id from t")).containsExactly("7");
    long pid = script.ask(scene -> ProcessHandle.current().pid());
    assertThat(pid).isEqualTo(app.pid());
    assertThatThrownBy(() -> script.run(scene -> scene.execute("a", "nonsense")))
        .hasMessageContaining("nonsense");
    app.endInput();
    assertThat(app.awaitExit()).isZero();
  }

  @Test
  void comparisonSeesOneDifferentRow() {
    Database left = Servers.h2Source().createDatabase("left_side");
    Database right = Servers.postgresSource().createDatabase("right_side");
    for (Database database : new Database[] {left, right}) {
      database.execute("create table t (id int, name varchar(9))", "insert into t values (1, 'a')");
    }
    TableCompare.assertEqual(left, right);
    right.execute("insert into t values (1, 'b')");
    assertThatThrownBy(() -> TableCompare.assertEqual(left, right))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1|b");
  }

  private static Connection connect(Database database, TcpProxy proxy) throws SQLException {
    DatabaseServer server = database.server();
    return DriverManager.getConnection(database.url(proxy), server.user(), server.password());
  }

  private static Database keepsPortAndData(DatabaseServer server) {
    Database database = server.createDatabase("kept");
    int port = server.port();
    database.execute("create table t (id int primary key)", "insert into t values (1)");
    server.restart();
    database.execute("insert into t values (2)");
    server.kill();
    assertThat(server.isRunning()).isFalse();
    assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
    server.start();
    database.execute("insert into t values (3)");
    assertThat(server.port()).isEqualTo(port);
    return database;
  }
}
