package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.LoadApp;
import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.app8.SmallApp;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ExitLine;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.LoadRun;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The end of the application: what is queued is drained, or dropped and counted. */
class ExitTest extends MirrorSuite {
  private static final int SIGTERM = 128 + 15;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  ExitTest() {
    super(Vendor.POSTGRES);
  }

  @Test
  void whatIsQueuedIsDrainedBeforeTheEnd() {
    onBothSides("create table t (id int primary key)");
    MirroredApp app = mirror();
    app.run(
        scene -> {
          for (int i = 1; i <= 300; i++) {
            scene.execute("a", "insert into t values (" + i + ")");
          }
        });

    assertThat(app.exit()).isZero();
    assertTablesEqual();
    assertThat(lastLine(app)).contains("300").contains("mirrored");
  }

  @Test
  void whatCannotBeDrainedInTimeIsDroppedAndCounted() {
    onBothSides("create table t (id int primary key)");
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    proxy.refuse();
    MirroredApp app =
        apps.script(source, target.url(proxy), target)
            .set("shutdown.drain-timeout", "500ms")
            .start();
    app.run(scene -> scene.execute("a", "insert into t values (1)", "insert into t values (2)"));

    assertThat(app.exit()).isZero();
    assertThat(lastLine(app)).contains("2").contains("dropped");
    assertThat(source.count("t")).isEqualTo(2);
    assertThat(target.count("t")).isZero();
  }

  @Test
  void theJvmEndsWithMainAlthoughTheTargetHangs() {
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    proxy.stall();
    ForkedApp app =
        apps.closing(
            ForkedApp.of(SmallApp.class)
                .arguments(source.url(), source.server().user(), source.server().password())
                .agent()
                .setting("target.url", target.url(proxy))
                .setting("target.user", target.server().user())
                .setting("target.password", target.server().password())
                .setting("shutdown.drain-timeout", "500ms")
                .setting("metrics.port", "0")
                .start());
    app.stdout().await("rows: 20");
    app.stderr().await("metrics on");
    app.endInput(); // main returns

    assertThat(app.awaitExit()).isZero();
    assertThat(app.stdout().all()).containsExactly("rows: 20");
    ExitLine line = ExitLine.of(app);
    assertThat(line.count("shutdown")).isEqualTo(line.requests() - line.count("rolled_back"));
  }

  @Test
  void aStatementThatHangsInTheDriverDoesNotKeepTheJvm() {
    onBothSides("create table t (id int primary key)");
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    MirroredApp app =
        apps.script(source, target.url(proxy), target)
            .set("shutdown.drain-timeout", "500ms")
            .start();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));
    app.drain();
    proxy.stall();
    app.run(scene -> scene.execute("a", "insert into t values (2)", "insert into t values (3)"));

    assertThat(app.exit()).isZero();
    assertThat(ExitLine.of(app.process()).count("mirrored")).isOne();
    assertThat(ExitLine.of(app.process()).count("shutdown")).isEqualTo(2);
  }

  @Test
  void aTerminatedApplicationDropsWhatItCannotDrainOfAFullQueue() {
    onBothSides("create table t (id int primary key)");
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    proxy.refuse();
    MirroredApp app =
        apps.script(source, target.url(proxy), target)
            .set("queue.capacity", "64")
            .set("shutdown.drain-timeout", "500ms")
            .start();
    app.run(insertUpTo(200));
    long queued = app.metrics().count("mirror_requests_in_flight");

    assertThat(app.process().terminate()).isEqualTo(SIGTERM);
    ExitLine line = ExitLine.of(app.process());
    assertThat(line.requests()).isEqualTo(200);
    assertThat(line.count("shutdown")).isEqualTo(queued).isPositive();
    assertThat(line.count("queue_full")).isEqualTo(200 - queued).isPositive();
    assertThat(source.count("t")).isEqualTo(200);
    assertThat(target.count("t")).isZero();
  }

  @Test
  void aTerminatedApplicationDrainsWhatItCan() {
    onBothSides("create table t (id int primary key)");
    TcpProxy proxy = apps.closing(new TcpProxy(target.server().port()));
    proxy.refuse();
    MirroredApp app =
        apps.script(source, target.url(proxy), target).set("shutdown.drain-timeout", "60s").start();
    app.run(insertUpTo(200));
    proxy.accept();

    assertThat(app.process().terminate()).isEqualTo(SIGTERM);
    assertThat(ExitLine.of(app.process()).count("mirrored")).isEqualTo(200);
    assertTablesEqual();
  }

  @Test
  void aKilledApplicationLeavesNoHalfTransactionOnTheTarget() {
    onBothSides(LoadApp.schema());
    MirroredApp app = apps.load(source, target, 4, 1_000_000, 60, 1_000).start();
    await().atMost(LIMIT).until(() -> app.metrics().mirrored() > 2_000);
    app.process().kill();

    await().atMost(LIMIT).until(() -> othersOn(target) == 0);
    assertThat(target.count("orders")).isPositive();
    LoadRun.assertEveryOrderIsWhole(target);
    assertThat(source.rows("select id from orders"))
        .containsAll(target.rows("select id from orders"));
  }

  private static long othersOn(Database database) {
    String query =
        "select count(*) from pg_stat_activity"
            + " where datname = current_database() and pid <> pg_backend_pid()";
    return Long.parseLong(database.rows(query).get(0));
  }

  private static Step insertUpTo(int count) {
    return scene -> {
      for (int i = 1; i <= count; i++) {
        scene.execute("a", "insert into t values (" + i + ")");
      }
    };
  }

  private static String lastLine(MirroredApp app) {
    var lines = app.process().stderr().all();
    return lines.get(lines.size() - 1);
  }
}
