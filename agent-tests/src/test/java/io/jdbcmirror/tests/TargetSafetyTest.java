package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.SourceDriver;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The target is never the source, by whatever name it is reached. */
@OnEachVendor
class TargetSafetyTest extends MirrorSuite {
  private static final boolean HAS_IPV6 = canListenOn("::1");

  TargetSafetyTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int)");
  }

  @Test
  void theSameUrlIsRefused() {
    assertRefused(source.url());
  }

  @Test
  void anotherNameOfTheSameHostIsRefused() {
    assertRefused(source.server().url("localhost", source.server().port(), source.name()));
  }

  @Test
  void theSameServerBehindAProxyIsRefused() {
    TcpProxy proxy = apps.closing(new TcpProxy(source.server().port()));
    assertRefused(source.url(proxy));
  }

  @Test
  void theDefaultPortLeftOutUpperCaseAndMoreParametersAreRefused() {
    // A loopback address of this test's own, where the default port is free.
    apps.closing(new TcpProxy("127.91.92.93", defaultPort(), source.server().port()));
    String url = source.server().url("127.91.92.93", defaultPort(), source.name());
    assertRefused(moreParameters(url.replace(":" + defaultPort(), "")));
  }

  @Test
  void theSameServerOverAnotherProtocolIsRefused() {
    int port = source.server().port();
    if (vendor != Vendor.H2 && HAS_IPV6) { // H2's server listens on both
      apps.closing(new TcpProxy("::1", port, port));
    }
    assertRefused(source.server().url(HAS_IPV6 ? "[::1]" : "127.1", port, source.name()));
  }

  @Test
  void aPoolOverADataSourceIsRefused() {
    MirroredApp app = apps.script(source, source).start();
    SourceDriver driver = SourceDriver.valueOf(vendor.name());
    String className = driver.dataSource();
    app.run(scene -> insertThroughPool(scene, className));

    assertThat(app.drain().dropped("refused")).isEqualTo(2);
    assertThat(source.rows("select id from t order by id")).containsExactly("1", "2");
  }

  @Test
  void aProxyThatLeadsToTheSourceAfterAReconnectIsRefusedFromThenOn() {
    Database other = vendor.target().createTwin(source);
    other.execute("create table t (id int)");
    TcpProxy proxy = apps.closing(new TcpProxy(other.server().port()));
    MirroredApp app = apps.script(source, source.url(proxy), source).start();
    app.run(scene -> scene.execute("a", "insert into t values (1)", "insert into t values (2)"));
    assertThat(app.drain().mirrored()).isEqualTo(2);
    assertThat(app.metrics().count("mirror_target_refused")).isZero();

    proxy.leadTo(source.server().port());
    proxy.cut();
    app.run(scene -> scene.execute("a", "insert into t values (3)", "insert into t values (4)"));
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(2);
    assertThat(metrics.dropped("refused")).isEqualTo(2);
    assertThat(metrics.count("mirror_target_refused")).isOne();
    assertThat(source.count("t")).isEqualTo(4);
    assertThat(other.count("t")).isEqualTo(2);
  }

  @Test
  void anotherDatabaseOnTheSameServerIsAllowed() {
    Database neighbour = vendor.source().createDatabase("neighbour");
    neighbour.execute("create table t (id int)");
    MirroredApp app = apps.script(source, neighbour).start();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isOne();
    assertThat(metrics.count("mirror_target_refused")).isZero();
    assertThat(neighbour.count("t")).isOne();
    if (vendor != Vendor.H2) { // an H2 database does not say whose process it is in
      assertThat(app.process().stderr().all())
          .anyMatch(line -> line.contains("warning") && line.contains("another database"));
    }
  }

  private void assertRefused(String targetUrl) {
    MirroredApp app = apps.script(source, targetUrl, source).start();
    app.run(scene -> scene.execute("a", "insert into t values (1)", "insert into t values (2)"));

    Metrics metrics = app.drain();
    assertThat(metrics.dropped("refused")).isEqualTo(2);
    assertThat(metrics.mirrored()).isZero();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> app.metrics().count("mirror_target_refused") == 1);
    assertThat(app.get("/-/ready").statusCode()).isEqualTo(503);
    assertThat(app.stderr())
        .contains("error: target refused, nothing is mirrored: target.url leads to the source")
        .contains("name another database in target.url");
    assertThat(source.rows("select id from t order by id")).containsExactly("1", "2");
    app.run(scene -> scene.execute("a", "insert into t values (3)"));
    assertThat(app.drain().dropped("refused")).isEqualTo(3);
    assertThat(source.count("t")).isEqualTo(3);
  }

  private int defaultPort() {
    return switch (vendor) {
      case POSTGRES -> 5432;
      case H2 -> 9092;
      case MARIADB -> 3306;
    };
  }

  /** Also in another case, where the vendor takes it. */
  private String moreParameters(String url) {
    return switch (vendor) {
      case POSTGRES -> url + "?ApplicationName=Mirror&tcpKeepAlive=TRUE";
      case H2 -> url.replace(";LOCK_TIMEOUT", ";MODE=REGULAR;lock_timeout");
      case MARIADB -> url + "&useCompression=false&CONNECTTIMEOUT=4000";
    };
  }

  private static boolean canListenOn(String address) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static void insertThroughPool(Scene scene, String dataSource) throws SQLException {
    HikariConfig config = new HikariConfig();
    config.setDataSourceClassName(dataSource);
    config.addDataSourceProperty("url", scene.url());
    config.setUsername(scene.user());
    config.setPassword(scene.password());
    config.setMaximumPoolSize(2);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int id = 1; id <= 2; id++) {
        try (Connection connection = pool.getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("insert into t values (" + id + ")");
        }
      }
    }
  }
}
