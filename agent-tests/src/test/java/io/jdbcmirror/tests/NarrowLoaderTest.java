package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.NarrowLoader;
import io.jdbcmirror.tests.app.Scene;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A driver whose class loader does not ask the bootstrap loader for packages it has not heard of,
 * as under OSGi and JBoss Modules.
 */
@OnEachVendor
class NarrowLoaderTest extends MirrorSuite {
  NarrowLoaderTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key)");
  }

  @Test
  void aDriverOfALoaderThatHidesTheBootstrapRoomIsMirrored() {
    MirroredApp app = mirror();
    app.run(scene -> insert(scene, new NarrowLoader(driverJar(scene)), 1));
    app.run(scene -> insert(scene, new NarrowLoader(driverJar(scene)), 2));
    assertMirrored(app);
  }

  @Test
  void soIsOneOfALoaderWhoseParentHidesIt() {
    MirroredApp app = mirror();
    app.run(scene -> insert(scene, child(new NarrowLoader(), driverJar(scene)), 1));
    app.run(scene -> insert(scene, child(new NarrowLoader(), driverJar(scene)), 2));
    assertMirrored(app);
  }

  private void assertMirrored(MirroredApp app) {
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).as("%s", metrics).isEqualTo(2);
    assertTablesEqual();
    assertThat(app.stderr()).doesNotContain("is left as it is");
  }

  private static ClassLoader child(ClassLoader parent, URL jar) {
    return new URLClassLoader(new URL[] {jar}, parent);
  }

  /** Found by the tests' own copy of the driver, which is never connected. */
  private static URL driverJar(Scene scene) throws Exception {
    return Class.forName(driverClass(scene), false, scene.getClass().getClassLoader())
        .getProtectionDomain()
        .getCodeSource()
        .getLocation();
  }

  private static void insert(Scene scene, ClassLoader loader, int id) throws Exception {
    Driver driver =
        (Driver) loader.loadClass(driverClass(scene)).getDeclaredConstructor().newInstance();
    Properties properties = new Properties();
    properties.setProperty("user", scene.user());
    properties.setProperty("password", scene.password());
    try (Connection connection = driver.connect(scene.url(), properties);
        Statement statement = connection.createStatement()) {
      statement.execute("insert into t values (" + id + ")");
    }
  }

  private static String driverClass(Scene scene) {
    return switch (scene.url().split(":")[1]) {
      case "postgresql" -> "org.postgresql.Driver";
      case "mariadb" -> "org.mariadb.jdbc.Driver";
      default -> "org.h2.Driver";
    };
  }
}
