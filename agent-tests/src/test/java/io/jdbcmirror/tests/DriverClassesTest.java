package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.LinkApp;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every class of every driver's jar, rewritten or not, passes bytecode verification, and all that
 * makes connections and statements is instrumented: also of drivers whose servers no test has.
 */
class DriverClassesTest {
  private static List<String> plain;
  private static List<String> instrumented;
  private static String said;

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
                    List.of(ClassPath.driver("mariadb-java-client-")),
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
    // These lack a library that is not there.
    assertThat(lines(plain, LinkApp.BROKEN))
        .allMatch(line -> line.endsWith("NoClassDefFoundError"));
  }

  @Test
  void noClassThatCanBeLoadedIsLeftAsItIs() {
    List<String> cannotBeLoaded =
        lines(plain, LinkApp.BROKEN).stream().map(line -> line.split(" ")[1]).toList();
    assertThat(said.lines().filter(line -> line.contains("left as it is")))
        .allMatch(line -> cannotBeLoaded.contains(className(line)));
  }

  private static String className(String warning) {
    return warning.replaceAll(".*class (\\S+) is left.*", "$1").replace('/', '.');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oracle.jdbc.driver.T4CConnection",
        "oracle.jdbc.driver.T4CStatement",
        "oracle.jdbc.driver.T4CPreparedStatement",
        "oracle.jdbc.driver.T4CCallableStatement",
        "com.microsoft.sqlserver.jdbc.SQLServerConnection",
        "com.microsoft.sqlserver.jdbc.SQLServerStatement",
        "com.microsoft.sqlserver.jdbc.SQLServerPreparedStatement",
        "com.microsoft.sqlserver.jdbc.SQLServerCallableStatement",
        "com.ibm.db2.jcc.t4.b",
        "com.ibm.db2.jcc.t4.k",
        "com.ibm.db2.jcc.t4.j",
        "com.ibm.db2.jcc.t4.i",
        "com.mysql.cj.jdbc.ConnectionImpl",
        "com.mysql.cj.jdbc.ServerPreparedStatement",
        "org.sqlite.jdbc4.JDBC4Connection",
        "org.apache.derby.impl.jdbc.EmbedConnection",
        "org.hsqldb.jdbc.JDBCConnection",
        "org.mariadb.jdbc.Connection",
        "org.postgresql.jdbc.PgConnection",
        "org.h2.jdbc.JdbcConnection"
      })
  void theDriversConnectionsAndStatementsAreInstrumented(String className) {
    assertThat(lines(instrumented, LinkApp.FOUND)).anyMatch(line -> line.endsWith(className));
    assertThat(lines(instrumented, LinkApp.UNSEEN)).noneMatch(line -> line.contains(className));
  }

  @Test
  void noMethodOfAnyConnectionOrStatementIsUnseen() {
    assertThat(lines(plain, LinkApp.UNSEEN)).hasSizeGreaterThan(1_000);
    assertThat(lines(instrumented, LinkApp.UNSEEN)).isEmpty();
  }

  private static List<String> lines(List<String> all, String prefix) {
    return all.stream().filter(line -> line.startsWith(prefix)).toList();
  }
}
