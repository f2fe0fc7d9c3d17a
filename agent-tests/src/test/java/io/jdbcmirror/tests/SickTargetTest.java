package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever ails the target, on each vendor: it costs what the limits say, and all adds up. */
@OnEachVendor
class SickTargetTest extends MirrorSuite {
  private TcpProxy proxy;

  SickTargetTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void putAProxyBeforeTheTarget() {
    onBothSides("create table t (id int, name varchar(40))"); // no key: what is applied twice shows
    proxy = apps.closing(new TcpProxy(target.server().port()));
  }

  @Test
  void aConnectionCutInAStatementIsMadeAnewAndTheTransactionApplied() {
    MirroredApp app = throughProxy().start();
    proxy.cutOnce("'cut'", TcpProxy.Cut.AFTER_FORWARDING);
    app.run(
        transaction("a", "insert into t values (1, 'first')", "insert into t values (2, 'cut')"));
    app.drain();
    proxy.cutOnce("'again'", TcpProxy.Cut.BEFORE_FORWARDING);
    app.run(
        transaction("a", "insert into t values (3, 'then')", "insert into t values (4, 'again')"));

    Metrics metrics = app.drain();
    assertThat(proxy.timesCut()).isEqualTo(2);
    assertThat(metrics.mirrored()).isEqualTo(4);
    assertThat(metrics.failed()).isZero();
    assertTablesEqual();
  }

  @Test
  void aTransactionCutInItsCommitIsFailedAndNotRepeated() {
    MirroredApp app = throughProxy().start();
    proxy.cutOnce("COMMIT", TcpProxy.Cut.AFTER_FORWARDING);
    app.run(transaction("a", "insert into t values (1, 'a')", "insert into t values (2, 'b')"));
    app.run(transaction("b", "insert into t values (3, 'c')", "insert into t values (4, 'd')"));

    Metrics metrics = app.drain();
    assertThat(proxy.timesCut()).isOne();
    assertThat(metrics.failed()).isEqualTo(2);
    assertThat(metrics.mirrored()).isEqualTo(2);
    assertThat(target.rows("select count(*) from t where id < 3")).first().isIn("0", "2");
    assertThat(target.rows("select id from t where id > 2 order by id")).containsExactly("3", "4");
  }

  @Test
  void aLockOnTheTargetCostsTheStatementTimeout() throws Exception {
    onBothSides("insert into t values (1, 'free')", "create index i on t (id)");
    // H2 waits for locks as its URL says, whatever the statement's limit.
    String url = target.url().replace("LOCK_TIMEOUT=20000", "LOCK_TIMEOUT=500");
    MirroredApp app = timeLimited(apps.script(source, url, target)).start();
    try (Connection other = target.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("update t set name = 'locked' where id = 1");
      app.run(scene -> scene.execute("a", "update t set name = 'one' where id = 1"));
      Metrics metrics = app.drain();
      assertThat(metrics.failed()).isOne();
      assertThat(metrics.errors("timeout")).isOne();
      other.rollback();
    }
    app.run(scene -> scene.execute("a", "update t set name = 'two' where id = 1"));
    assertThat(app.drain().mirrored()).isOne();
    assertTablesEqual();
  }

  @Test
  void whatOtherTablesDoNotTakeIsFailedAndTheRestArrives() {
    source.execute("create table missing (id int)", "create table narrow (name varchar(40))");
    target.execute("create table narrow (other int)");
    MirroredApp app = apps.script(source, target).start();
    app.run(
        scene ->
            scene.execute(
                "a",
                "insert into missing values (1)",
                "insert into narrow (name) values ('x')",
                "insert into t values (1, 'arrives')"));
    app.run(transaction("a", "insert into t values (2, 'x')", "insert into missing values (2)"));

    Metrics metrics = app.drain();
    assertThat(metrics.failed()).isEqualTo(4);
    assertThat(metrics.errors("query")).isEqualTo(3);
    assertThat(metrics.mirrored()).isOne();
    assertThat(target.rows("select id from t")).containsExactly("1");
  }

  @Test
  void aTargetThatMayOnlyBeReadFailsWritesAndReadsArrive() {
    target.execute(readOnlyUser());
    MirroredApp app =
        apps.script(source.url(), source.server().user(), source.server().password())
            .target(target.url(), "reader_" + target.name(), "Secret_1")
            .start();
    app.run(scene -> scene.execute("a", "insert into t values (1, 'x')", "select * from t"));

    Metrics metrics = app.drain();
    assertThat(metrics.failed()).isOne();
    assertThat(metrics.mirrored()).isOne();
    assertThat(metrics.errors("query")).isOne();
    assertThat(target.count("t")).isZero();
  }

  private String[] readOnlyUser() {
    String user = "reader_" + target.name();
    return switch (vendor) {
      case POSTGRES ->
          new String[] {
            "create user " + user + " password 'Secret_1'",
            "grant pg_read_all_data to " + user,
            "alter user " + user + " set default_transaction_read_only = on"
          };
      case H2 ->
          new String[] {
            "create user " + user + " password 'Secret_1'", "grant select on t to " + user
          };
      case MARIADB ->
          new String[] {
            "create user " + user + " identified by 'Secret_1'",
            "grant select, process on *.* to " + user
          };
    };
  }

  private Apps.Starter throughProxy() {
    String url = target.url(proxy);
    // Without prepared statements of the server's, which would send COMMIT under another name.
    return timeLimited(
        apps.script(source, isPostgres() ? url + "?prepareThreshold=0" : url, target));
  }

  private static Apps.Starter timeLimited(Apps.Starter starter) {
    return starter.set("target.connect-timeout", "500ms").set("target.statement-timeout", "1s");
  }

  private static Step transaction(String name, String... statements) {
    return scene -> {
      scene.connection(name).setAutoCommit(false);
      scene.execute(name, statements);
      scene.connection(name).commit();
    };
  }
}
