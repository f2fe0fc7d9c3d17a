package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.MariaDbServer;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Servers;
import io.jdbcmirror.tests.fixture.TableCompare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Encryption that the operator asks for in target.url works, whatever bounds the answers. */
class TlsTargetLongTest {
  @RegisterExtension final Apps apps = new Apps();

  @Test
  void whatIsMirroredGoesEncrypted() {
    Database source = Servers.mariaDbSource().createDatabase("source");
    MariaDbServer server = apps.closing(MariaDbServer.startedWithTls());
    Database target = server.createDatabase("target");
    for (Database side : new Database[] {source, target}) {
      side.execute("create table t (id int primary key, name varchar(2000))");
    }
    target.execute(
        "create user encrypted identified by 'Secret_1' require ssl",
        "grant all on *.* to encrypted");
    MirroredApp app =
        apps.script(source.url(), source.server().user(), source.server().password())
            .target(target.url().replace("DISABLED", "TRUST"), "encrypted", "Secret_1")
            .start();
    app.run(
        scene -> {
          for (int id = 1; id <= 50; id++) {
            scene.execute("a", "insert into t values (" + id + ", repeat('x', 2000))");
          }
          scene.execute("a", "select * from t");
        });

    assertThat(app.drain().mirrored()).isEqualTo(51);
    TableCompare.assertEqual(source, target);
  }
}
