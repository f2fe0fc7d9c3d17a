package io.jdbcmirror.tests.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The small application as a web archive or a bundle, with H2's driver inside or without. */
final class Archive {
  private static final String PACKAGE = "io/jdbcmirror/servers/";
  private static final String WEB_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
        <servlet>
          <servlet-name>order</servlet-name>
          <servlet-class>io.jdbcmirror.servers.web.ShopServlet</servlet-class>
        </servlet>
        <servlet>
          <servlet-name>leak</servlet-name>
          <servlet-class>io.jdbcmirror.servers.web.LeakServlet</servlet-class>
        </servlet>
        <servlet-mapping>
          <servlet-name>order</servlet-name>
          <url-pattern>/order</url-pattern>
        </servlet-mapping>
        <servlet-mapping>
          <servlet-name>leak</servlet-name>
          <url-pattern>/leak</url-pattern>
        </servlet-mapping>
      </web-app>
      """;
  private static final String MANIFEST =
      """
      Manifest-Version: 1.0
      Bundle-ManifestVersion: 2
      Bundle-SymbolicName: io.jdbcmirror.servers
      Bundle-Version: 1.0.0
      Bundle-Activator: io.jdbcmirror.servers.osgi.ShopActivator
      Import-Package: org.osgi.framework,org.h2.jdbcx,javax.sql,javax.naming,
       com.sun.net.httpserver

      """;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private Archive() {}

  static void web(Path file) throws IOException {
    new Archive().webApplication().write(file);
  }

  static void webWithDriver(Path file, Path driver) throws IOException {
    Archive archive = new Archive().webApplication();
    archive.entries.put("WEB-INF/lib/" + driver.getFileName(), Files.readAllBytes(driver));
    archive.write(file);
  }

  static void bundle(Path file) throws IOException {
    Archive archive = new Archive();
    archive.text("META-INF/MANIFEST.MF", MANIFEST);
    archive.classes("", "").classes("", "osgi/").write(file);
  }

  private Archive webApplication() throws IOException {
    return text("WEB-INF/web.xml", WEB_XML)
        .classes("WEB-INF/classes/", "")
        .classes("WEB-INF/classes/", "web/");
  }

  private Archive text(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private Archive classes(String folder, String subpackage) throws IOException {
    String name = PACKAGE + subpackage;
    Path compiled = Distribution.applicationClasses().resolve(name);
    try (Stream<Path> all = Files.list(compiled)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        entries.put(folder + name + file.getFileName(), Files.readAllBytes(file));
      }
    }
    return this;
  }

  private void write(Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream((OutputStream) bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new ZipEntry(entry.getKey()));
        jar.write(entry.getValue());
        jar.closeEntry();
      }
    }
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toByteArray());
  }
}
