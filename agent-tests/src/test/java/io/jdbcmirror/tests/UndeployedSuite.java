package io.jdbcmirror.tests;

import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Deployment;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/**
 * Applications that come and go in one JVM, with their drivers. Source and target are of two
 * vendors, so that the driver of the one at least has not loaded everything when it is needed.
 */
abstract class UndeployedSuite extends MirrorSuite {
  TcpProxy proxy;

  UndeployedSuite() {
    super(Vendor.H2);
  }

  @BeforeEach
  void putAProxyBeforeTheTarget() {
    target = Vendor.POSTGRES.target().createDatabase("target");
    onBothSides("create table t (id int)");
    proxy = apps.closing(new TcpProxy(target.server().port()));
  }

  final Apps.Starter throughProxy() {
    return apps.script(source, target.url(proxy), target);
  }

  /** Under a name, with a connection that stays open. */
  static void deploy(MirroredApp app, String name) {
    List<String> jars =
        List.of(
            ClassPath.driver("h2-").toUri().toString(),
            ClassPath.driver("postgresql-").toUri().toString());
    app.run(scene -> scene.keep(name, new Deployment(scene, jars)));
  }

  static void execute(MirroredApp app, String name, String sql) {
    app.run(scene -> scene.kept(name, Deployment.class).execute(sql));
  }

  static void undeploy(MirroredApp app, String name) {
    app.run(scene -> scene.kept(name, Deployment.class).end());
  }

  /** One that works and ends while the target is away. */
  final void endWithQueuedWork(MirroredApp app) {
    proxy.refuse();
    deploy(app, "old");
    execute(app, "old", "insert into t values (1)");
    execute(app, "old", "insert into t values (2)");
    await().atMost(Duration.ofSeconds(30)).until(() -> app.metrics().errors("connection") > 0);
    undeploy(app, "old");
    proxy.accept();
  }
}
