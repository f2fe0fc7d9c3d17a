package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.FirstConnections;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.ForkedApp;
import org.junit.jupiter.api.Test;

/**
 * Three drivers connect for the first time at the same moment, again and again: nobody waits for
 * ever. {@code -Djdbcmirror.test.starts=200} for as many JVMs.
 */
class ParallelStartTest {
  private static final int AT_A_TIME = 2;
  private static final int STARTS = Integer.getInteger("jdbcmirror.test.starts", 6);

  @Test
  void driversThatStartTogetherDoNotWaitForOneAnother() {
    for (int i = 0; i < STARTS; i += AT_A_TIME) {
      ForkedApp one = start();
      ForkedApp other = start();
      assertEnds(one);
      assertEnds(other);
    }
    System.out.printf("%d starts with three drivers at once%n", STARTS);
  }

  private static ForkedApp start() {
    return ForkedApp.of(FirstConnections.class)
        .with(ClassPath.drivers("hsqldb", "sqlite-jdbc"))
        .jvm("-XX:TieredStopAtLevel=1", "-Xmx256m")
        .arguments("jdbc:h2:mem:source", "jdbc:hsqldb:mem:source", "jdbc:sqlite::memory:")
        .agent()
        .setting("metrics.port", "off")
        .setting("target.url", "jdbc:h2:mem:target")
        .setting("shutdown.drain-timeout", "0ms")
        .start();
  }

  private static void assertEnds(ForkedApp app) {
    try (app) {
      assertThat(app.awaitExit()).as(app.stderr().text()).isZero();
      assertThat(app.stdout().all()).containsExactly("done");
      assertThat(app.stderr().text()).contains("at exit: ");
    }
  }
}
