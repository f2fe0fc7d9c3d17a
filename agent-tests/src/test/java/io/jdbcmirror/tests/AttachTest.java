package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.ScriptApp;
import io.jdbcmirror.tests.fixture.Accounts;
import io.jdbcmirror.tests.fixture.DatabaseServer;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.Script;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

/** Attached to an application that already runs, with its driver loaded and a connection open. */
@OnEachVendor
class AttachTest extends MirrorSuite {
  AttachTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void connectionsMadeAfterwardsAreMirroredAndEarlierOnesGoOn() {
    onBothSides("create table t (id int primary key)", "create table old (id int primary key)");
    DatabaseServer server = source.server();
    ForkedApp app =
        apps.closing(
            ForkedApp.of(ScriptApp.class)
                .jvm("-Xmx256m")
                .arguments(source.url(), server.user(), server.password())
                .start());
    Script script = new Script(app);
    script.run(scene -> scene.execute("before", "insert into old values (1)"));
    ByteBuddyAgent.attach(ForkedApp.agentJar().toFile(), String.valueOf(app.pid()), arguments());
    script.run(scene -> scene.execute("before", "insert into old values (2)"));
    script.run(
        scene -> {
          scene.connection("after").setAutoCommit(false);
          scene.execute("after", "insert into t values (1)", "insert into t values (2)");
          scene.connection("after").commit();
        });

    Matcher address =
        Pattern.compile(":(\\d+)/metrics").matcher(app.stderr().await("metrics on http://"));
    assertThat(address.find()).isTrue();
    int port = Integer.parseInt(address.group(1));
    Metrics metrics = Accounts.assertAddUp(() -> Metrics.scrape(port));
    assertThat(metrics.mirrored()).isGreaterThanOrEqualTo(2);
    assertThat(metrics.count("mirror_capture_failures_total")).isZero();
    assertThat(target.rows("select id from t order by id")).containsExactly("1", "2");
    assertThat(source.count("old")).isEqualTo(2);
    assertThat(app.stderr().all()).noneMatch(line -> line.startsWith("\tat "));
  }

  private String arguments() {
    String user = ",target.user=" + target.server().user();
    String password = target.server().password();
    return "target.url="
        + target.url()
        + user
        + (password.isEmpty() ? "" : ",target.password=" + password)
        + ",metrics.port=0";
  }
}
