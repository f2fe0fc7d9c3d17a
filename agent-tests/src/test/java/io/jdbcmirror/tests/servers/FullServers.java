package io.jdbcmirror.tests.servers;

import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Those with data sources of their own, which the application looks up, and loaders of their own.
 */
final class FullServers {
  private static final String SERVER_XML =
      """
      <server>
        <featureManager>
          <feature>servlet-6.0</feature>
          <feature>jdbc-4.3</feature>
          <feature>jndi-1.0</feature>
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
        <library id="driver"><file name="%s"/></library>
        <dataSource jndiName="jdbc/shop" type="javax.sql.DataSource">
          <jdbcDriver libraryRef="driver" javax.sql.DataSource="org.h2.jdbcx.JdbcDataSource"/>
          <properties URL="%s" user="%s" password=""/>
        </dataSource>
        <webApplication location="shop.war" contextRoot="/shop"/>
      </server>
      """;

  private FullServers() {}

  /** Its module of H2, and its pool. */
  static ForkedApp.Builder wildfly(Distribution home, Site site) throws IOException {
    site.copy(home.file("standalone/configuration"), "configuration");
    Path configuration = site.folder().resolve("configuration/standalone.xml");
    String example = "<connection-url>[^<]*</connection-url>";
    Files.writeString(
        configuration,
        Files.readString(configuration)
            .replaceFirst(example, "<connection-url>" + site.url() + "</connection-url>")
            .replaceFirst("user-name=\"sa\" password=\"sa\"", "user-name=\"" + site.user() + "\""));
    Archive.web(site.folder().resolve("deployments/shop.war"));
    return site.jar(home.file("jboss-modules.jar"))
        .jvm(
            "-Dshop.jndi=java:jboss/datasources/ExampleDS",
            "-Djboss.modules.system.pkgs=org.jboss.byteman",
            "-Dorg.jboss.boot.log.file=" + site.folder().resolve("boot.log"),
            "-Dlogging.configuration=" + configuration.resolveSibling("logging.properties").toUri())
        .arguments(
            "-mp",
            home.file("modules").toString(),
            "org.jboss.as.standalone",
            "-Djboss.home.dir=" + home.path(),
            "-Djboss.server.base.dir=" + site.folder(),
            "-Djboss.http.port=" + site.port(),
            "-Djboss.https.port=0",
            "-Djboss.management.http.port=0",
            "-b",
            "127.0.0.1");
  }

  /** Its own pool, over a driver in a shared library. */
  static ForkedApp.Builder openLiberty(Distribution home, Site site) throws IOException {
    site.write(
        "servers/shop/server.xml",
        SERVER_XML.formatted(site.port(), site.driver(), site.url(), site.user()));
    Archive.web(site.folder().resolve("servers/shop/apps/shop.war"));
    Path tools = home.file("wlp/bin/tools");
    String[] options =
        Files.readAllLines(home.file("wlp/lib/platform/java/java9.options")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toArray(String[]::new);
    return site.jar(tools.resolve("ws-server.jar"))
        .jvm(options)
        .jvm("-javaagent:" + tools.resolve("ws-javaagent.jar"), "-Dshop.jndi=jdbc/shop")
        .environment("WLP_USER_DIR", site.folder().toString())
        .arguments("shop");
  }

  /** The application's own driver, beside the one that the server has for itself. */
  static ForkedApp.Builder payaraMicro(Distribution jar, Site site) throws IOException {
    Path war = site.folder().resolve("shop.war");
    Archive.webWithDriver(war, site.driver());
    Path commands =
        site.write(
            "loopback.asadmin",
            "set configs.config.server-config.network-config.network-listeners"
                + ".network-listener.http-listener.address=127.0.0.1\n");
    return site.jar(jar.path())
        .arguments(
            "--deploy",
            war.toString(),
            "--port",
            String.valueOf(site.port()),
            "--rootDir",
            site.folder().resolve("root").toString(),
            "--prebootcommandfile",
            commands.toString(),
            "--nocluster");
  }
}
