package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app8.InheritingApp;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.TestJava;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The agent's threads are made while an application's thread loads its driver, and take nothing
 * over from it: no inheritable thread local, no loader, no group.
 */
class InheritanceTest {
  @RegisterExtension final Apps apps = new Apps();

  static Stream<TestJava> javas() {
    return TestJava.all();
  }

  @ParameterizedTest
  @MethodSource("javas")
  void nothingOfTheApplicationIsTakenOver(TestJava java) {
    ForkedApp plain = apps.closing(app(java).start());
    ForkedApp mirrored =
        apps.closing(
            app(java)
                .agent()
                .setting("metrics.port", "0")
                .setting("target.url", "jdbc:h2:mem:target")
                .start());

    mirrored.stderr().await("metrics on http://"); // its threads are there
    assertThat(lines(mirrored))
        .isEqualTo(lines(plain))
        .containsExactly("loader: gone", "values taken over: 0", "threads in its group: 0");
  }

  private static ForkedApp.Builder app(TestJava java) {
    return ForkedApp.of(InheritingApp.class)
        .java(java.executable())
        .classPath(ClassPath.java8Apps());
  }

  private static List<String> lines(ForkedApp app) {
    app.stdout().await("threads in its group");
    app.endInput();
    assertThat(app.awaitExit()).isZero();
    return app.stdout().all();
  }
}
