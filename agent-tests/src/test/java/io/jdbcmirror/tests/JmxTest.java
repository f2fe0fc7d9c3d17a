package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.MirrorBeans;
import io.jdbcmirror.tests.app.OwnLogManager;
import io.jdbcmirror.tests.fixture.FreePort;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;

/** What JMX shows of the mirror, and that the agent leaves JMX to the application. */
class JmxTest extends MirrorSuite {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  JmxTest() {
    super(Vendor.H2);
  }

  @Test
  void aConsoleReadsWhatTheMetricsShow() throws Exception {
    int port = FreePort.find();
    String remote = "-Dcom.sun.management.jmxremote";
    MirroredApp app =
        apps.script(source, target)
            .jvm(remote + ".port=" + port, remote + ".host=127.0.0.1")
            .jvm(remote + ".authenticate=false", remote + ".ssl=false")
            .jvm("-Djava.rmi.server.hostname=127.0.0.1")
            .start();
    source.execute("create table t (id int primary key)");
    app.run(
        scene -> {
          scene.execute("a", "select 1", "insert into t values (1)"); // which the target has not
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "select 2");
          scene.connection("a").rollback();
        });
    Metrics metrics = app.drain();

    String url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi";
    try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(url))) {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      ObjectName name = new ObjectName(MirrorBeans.NAME);
      await().atMost(LIMIT).until(() -> server.isRegistered(name));

      assertThat(map(server.getAttribute(name, "Requests")))
          .containsEntry("total", 3L)
          .containsEntry("mirrored", metrics.mirrored())
          .containsEntry("failed", 1L)
          .containsEntry("discarded", 1L)
          .containsEntry("open", 0L)
          .hasSize(9)
          .satisfies(requests -> assertAddUp(requests));
      assertThat(map(server.getAttribute(name, "Discarded"))).containsEntry("rolled_back", 1L);
      assertThat(map(server.getAttribute(name, "Dropped"))).containsEntry("queue_full", 0L);
      assertThat(map(server.getAttribute(name, "Errors"))).containsEntry("query", 1L);
      assertThat(map(server.getAttribute(name, "CaptureFailures")).values())
          .isNotEmpty()
          .containsOnly(0L);
      assertThat(server.getAttribute(name, "State")).isEqualTo("mirroring");
      assertThat(server.getAttribute(name, "TargetUp")).isEqualTo(true);
      assertThat(server.getAttribute(name, "TargetRefused")).isEqualTo(false);
      assertThat(server.getAttribute(name, "Exposure")).isEqualTo(1.0);
      assertThat(server.getAttribute(name, "QueueLength")).isEqualTo(0);
      assertThat(server.getAttribute(name, "QueueCapacity")).isEqualTo(8192);
      assertThat(server.getAttribute(name, "QueueBytes")).isEqualTo(0L);
      assertThat(server.getAttribute(name, "QueueMaxBytes")).isEqualTo(64L << 20);
      assertThat(server.getAttribute(name, "LagSeconds")).isEqualTo(0.0);
      assertReadOnly(server, name);
    }
  }

  private static void assertReadOnly(MBeanServerConnection server, ObjectName name)
      throws Exception {
    MBeanInfo info = server.getMBeanInfo(name);
    assertThat(info.getOperations()).isEmpty();
    assertThat(info.getAttributes()).hasSize(14).noneMatch(attribute -> attribute.isWritable());
    assertThatThrownBy(() -> server.setAttribute(name, new Attribute("Exposure", 0.0)))
        .isInstanceOf(AttributeNotFoundException.class);
  }

  private static void assertAddUp(Map<String, Long> requests) {
    long sum = requests.values().stream().mapToLong(Long::longValue).sum();
    assertThat(sum).isEqualTo(2 * requests.get("total"));
  }

  private static Map<String, Long> map(Object table) {
    Map<String, Long> map = new TreeMap<>();
    for (Object row : ((TabularData) table).values()) {
      CompositeData entry = (CompositeData) row;
      map.put((String) entry.get("key"), (Long) entry.get("value"));
    }
    return map;
  }

  @Test
  void aNameThatIsTakenIsSaidAndMirroringGoesOn() {
    MirroredApp app = mirror();
    app.run(scene -> MirrorBeans.takeName()); // the agent starts with the first driver
    app.run(scene -> scene.execute("a", "select 1"));
    app.process().stderr().await("JMX does not show the mirror, which goes on: javax.management.");
    assertThat(app.drain().mirrored()).isOne();
    assertThat(app.stderr()).doesNotContain("\tat ");
  }

  /** The platform's MBean server would start with a builder and a log manager of the JDK's. */
  @Test
  void theApplicationsOwnServerIsTheFirstAndGetsTheBean() {
    MirroredApp app = // two drivers that start the log manager by themselves
        apps.script(source, target).without("postgresql-").without("mariadb-java-client-").start();
    app.run(scene -> scene.execute("a", "select 1"));
    app.drain();
    await()
        .atMost(LIMIT)
        .until(() -> app.ask(s -> MirrorBeans.untouched()).equals("0 servers, looks: true"));

    String own = app.ask(scene -> MirrorBeans.own());
    assertThat(own).isEqualTo("2 servers, " + OwnLogManager.class.getName());
    await().atMost(LIMIT).until(() -> app.ask(scene -> MirrorBeans.registered()) == 1);
    await()
        .atMost(LIMIT)
        .until(() -> app.ask(s -> MirrorBeans.untouched()).equals("2 servers, looks: false"));
    boolean there = app.ask(scene -> MirrorBeans.unregister());
    assertThat(there).isTrue();
    app.run(scene -> scene.execute("a", "select 2"));
    assertThat(app.drain().mirrored()).isEqualTo(2);
    assertThat(app.exit()).isZero();
    assertThat(app.stderr()).doesNotContain("JMX", "warning", "\tat ");
  }
}
