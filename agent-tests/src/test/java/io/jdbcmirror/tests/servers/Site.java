package io.jdbcmirror.tests.servers;

import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Where one server runs once: a folder of its own, its HTTP port on loopback, its database. */
record Site(Path folder, int port, Database source) {
  String url() {
    return source.url();
  }

  String user() {
    return source.server().user();
  }

  /** H2's driver, for the application or the server's module. */
  Path driver() {
    return ClassPath.driver("h2-");
  }

  Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** A server needs its own copy of what it may write to. */
  void copy(Path from, String name) throws IOException {
    Path to = folder.resolve(name);
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(path)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(path, to.resolve(from.relativize(path)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The server's JVM, with what the application asks for as system properties. */
  ForkedApp.Builder jar(Path jar) {
    return told(ForkedApp.ofJar(jar));
  }

  ForkedApp.Builder mainClass(String name, List<Path> classPath) {
    return told(ForkedApp.of(name).classPath(classPath.toArray(Path[]::new)));
  }

  private ForkedApp.Builder told(ForkedApp.Builder app) {
    return app.jvm(
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "-Djava.io.tmpdir=" + folder,
        "-Dshop.port=" + port,
        "-Dshop.url=" + url(),
        "-Dshop.user=" + user(),
        "-Dshop.password=");
  }
}
