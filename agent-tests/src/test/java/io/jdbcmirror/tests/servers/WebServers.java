package io.jdbcmirror.tests.servers;

import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Those that serve web applications and no more; each brings its own driver. */
final class WebServers {
  /** With the manager, which reloads applications. */
  private static final String SERVER_XML =
      """
      <Server port="-1">
        <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
        <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener"/>
        <GlobalNamingResources>
          <Resource name="UserDatabase" auth="Container" type="org.apache.catalina.UserDatabase"
              factory="org.apache.catalina.users.MemoryUserDatabaseFactory"
              pathname="conf/tomcat-users.xml"/>
        </GlobalNamingResources>
        <Service name="Catalina">
          <Connector address="127.0.0.1" port="%d"/>
          <Engine name="Catalina" defaultHost="localhost">
            <Realm className="org.apache.catalina.realm.UserDatabaseRealm"
                resourceName="UserDatabase"/>
            <Host name="localhost" appBase="webapps" autoDeploy="false"/>
          </Engine>
        </Service>
      </Server>
      """;

  private static final String USERS =
      """
      <tomcat-users xmlns="http://tomcat.apache.org/xml">
        <user username="manager" password="manager" roles="manager-script"/>
      </tomcat-users>
      """;

  private WebServers() {}

  static ForkedApp.Builder tomcat(Distribution home, Site site) throws IOException {
    site.copy(home.file("conf"), "conf");
    site.copy(home.file("webapps/manager"), "webapps/manager");
    site.write("conf/server.xml", SERVER_XML.formatted(site.port()));
    site.write("conf/tomcat-users.xml", USERS);
    Files.createDirectories(site.folder().resolve("logs"));
    Archive.webWithDriver(site.folder().resolve("webapps/shop.war"), site.driver());
    return site.mainClass(
            "org.apache.catalina.startup.Bootstrap",
            List.of(home.file("bin/bootstrap.jar"), home.file("bin/tomcat-juli.jar")))
        .jvm(
            "-Dcatalina.home=" + home.path(),
            "-Dcatalina.base=" + site.folder(),
            "-Djava.util.logging.config.file=" + site.folder().resolve("conf/logging.properties"),
            "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager")
        .arguments("start");
  }

  static ForkedApp.Builder jetty(Distribution home, Site site) throws IOException {
    Archive.webWithDriver(site.folder().resolve("webapps/shop.war"), site.driver());
    site.write(
        "start.d/shop.ini",
        """
        --module=http
        jetty.http.host=127.0.0.1
        jetty.http.port=%d
        --module=ee10-deploy
        """
            .formatted(site.port()));
    return site.jar(home.file("start.jar"))
        .jvm("-Djetty.home=" + home.path(), "-Djetty.base=" + site.folder());
  }
}
