package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.LinkApp;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every class of every driver's jar, rewritten or not, passes bytecode verification, and all that
 * makes connections and statements is instrumented: also of drivers whose servers no test has.
 */
class DriverClassesTest {
  private static List<String> plain;
  private static List<String> instrumented;
  private static String said;

  @RegisterExtension final Apps apps = new Apps();

  @BeforeAll
  static void linkAll() {
    try (ForkedApp without = link(ForkedApp.of(LinkApp.class));
        ForkedApp with =
            link(
                ForkedApp.of(LinkApp.class)
                    .agent()
                    .setting("target.url", "jdbc:h2:mem:none")
                    .setting("metrics.port", "off"))) {
      assertThat(without.awaitExit()).as(without.stderr().text()).isZero();
      assertThat(with.awaitExit()).as(with.stderr().text()).isZero();
      plain = without.stdout().all();
      instrumented = with.stdout().all();
      said = with.stderr().text();
    }
  }

  private static ForkedApp link(ForkedApp.Builder app) {
    return app.jvm("-Xverify:all", "-XX:TieredStopAtLevel=1")
        .arguments(
            Stream.of(
                    ClassPath.drivers("ojdbc"),
                    ClassPath.drivers("mssql-jdbc"),
                    ClassPath.drivers("jcc"),
                    ClassPath.drivers("mysql-connector-j"),
                    ClassPath.drivers("sqlite-jdbc"),
                    ClassPath.drivers("derby"),
                    ClassPath.drivers("hsqldb"),
                    List.of(ClassPath.driver("h2-")),
                    List.of(ClassPath.driver("postgresql-")))
                .map(jars -> jars.stream().map(Path::toString))
                .map(jars -> jars.collect(Collectors.joining(File.pathSeparator)))
                .toArray(String[]::new))
        .start();
  }

  @Test
  void everyClassPassesVerificationAsWithoutTheAgent() {
    assertThat(instrumented).endsWith("done");
    assertThat(lines(instrumented, LinkApp.BROKEN)).isEqualTo(lines(plain, LinkApp.BROKEN));
    assertThat(lines(plain, LinkApp.BROKEN)).noneMatch(line -> line.contains("VerifyError"));
    assertThat(said).doesNotContain("left as it is");
  }

  private static List<String> lines(List<String> all, String prefix) {
    return all.stream().filter(line -> line.startsWith(prefix)).toList();
  }
}
