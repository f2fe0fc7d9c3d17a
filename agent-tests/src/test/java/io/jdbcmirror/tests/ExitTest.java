package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.Test;

/** The end of the application: what is queued is drained, or dropped and counted. */
class ExitTest extends MirrorSuite {
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

  private static String lastLine(MirroredApp app) {
    var lines = app.process().stderr().all();
    return lines.get(lines.size() - 1);
  }
}
