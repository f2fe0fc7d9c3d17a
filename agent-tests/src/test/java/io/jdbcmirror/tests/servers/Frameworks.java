package io.jdbcmirror.tests.servers;

import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** OSGi frameworks, each with the driver and the application as two bundles; and the fat jar. */
final class Frameworks {
  private Frameworks() {}

  static ForkedApp.Builder felix(Distribution jar, Site site) throws IOException {
    Path bundles = Files.createDirectories(site.folder().resolve("bundle"));
    Files.copy(site.driver(), bundles.resolve("a-driver.jar"));
    Archive.bundle(bundles.resolve("b-shop.jar"));
    Path configuration =
        site.write("config.properties", "felix.auto.deploy.action=install,start\n");
    return site.jar(jar.path())
        .jvm("-Dfelix.config.properties=" + configuration.toUri())
        .arguments("-b", bundles.toString(), site.folder().resolve("cache").toString());
  }

  static ForkedApp.Builder equinox(Distribution jar, Site site) throws IOException {
    Path bundle = site.folder().resolve("shop.jar");
    Archive.bundle(bundle);
    site.write(
        "configuration/config.ini",
        """
        osgi.bundles=reference\\:%s@start,reference\\:%s@start
        osgi.noShutdown=true
        eclipse.ignoreApp=true
        """
            .formatted(site.driver().toUri(), bundle.toUri()));
    return site.jar(jar.path())
        .arguments("-configuration", site.folder().resolve("configuration").toString());
  }

  /** Its pool is HikariCP. */
  static ForkedApp.Builder springBoot(Distribution jar, Site site) {
    return site.jar(jar.path())
        .arguments(
            "--server.address=127.0.0.1",
            "--server.port=" + site.port(),
            "--spring.datasource.url=" + site.url(),
            "--spring.datasource.username=" + site.user());
  }
}
