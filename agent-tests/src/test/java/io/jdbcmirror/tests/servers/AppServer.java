package io.jdbcmirror.tests.servers;

import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.IOException;

/** How each server is laid out in a folder and started, the application deployed in it. */
enum AppServer {
  TOMCAT("Tomcat", "apache-tomcat-", WebServers::tomcat),
  JETTY("Jetty", "jetty-home-", WebServers::jetty),
  WILDFLY("WildFly", "wildfly-", FullServers::wildfly),
  OPEN_LIBERTY("Open Liberty", "openliberty-", FullServers::openLiberty),
  PAYARA_MICRO("Payara Micro", "payara-micro-", FullServers::payaraMicro),
  FELIX("Felix", "org.apache.felix.main-", Frameworks::felix),
  EQUINOX("Equinox", "org.eclipse.osgi-", Frameworks::equinox),
  SPRING_BOOT("Spring Boot", "spring-boot-", Frameworks::springBoot);

  /** Writes what the server needs into the site's folder. */
  private interface Layout {
    ForkedApp.Builder prepare(Distribution distribution, Site site) throws IOException;
  }

  private final String title;
  private final String prefix;
  private final Layout layout;

  AppServer(String title, String prefix, Layout layout) {
    this.title = title;
    this.prefix = prefix;
    this.layout = layout;
  }

  String title() {
    return title;
  }

  Distribution distribution() {
    return Distribution.of(prefix);
  }

  ForkedApp.Builder prepare(Site site) throws IOException {
    return layout.prepare(distribution(), site);
  }

  /** Web applications have a path of their own. */
  String orderPath() {
    boolean web = this != FELIX && this != EQUINOX && this != SPRING_BOOT;
    return web ? "/shop/order" : "/order";
  }
}
