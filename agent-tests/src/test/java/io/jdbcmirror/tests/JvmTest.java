package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app8.LateApp;
import io.jdbcmirror.tests.app8.SmallApp;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Jars;
import io.jdbcmirror.tests.fixture.Lines;
import io.jdbcmirror.tests.fixture.TestJava;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ways in which a JVM may be started, on every Java there is: all of them mirror, and the JVM
 * says of this agent what it says of one that does nothing.
 */
class JvmTest extends StartSuite {
  private static final String DRIVER = "h2-1.4.200";
  private static final String OURS = "jdbc-mirror: ";
  private static final int MODULES = 9;
  private static final int ARCHIVES = 13;

  private Path plainAgent;
  private final Database target = target();

  @BeforeEach
  void makePlainAgent() {
    plainAgent = Jars.plainAgent(folder.resolve("plain.jar"));
  }

  static Stream<TestJava> javas() {
    return TestJava.all();
  }

  static Stream<TestJava> javasWithModules() {
    return TestJava.all().filter(java -> java.version() >= MODULES);
  }

  static Stream<TestJava> javasWithArchives() {
    return TestJava.all().filter(java -> java.version() >= ARCHIVES);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void noWarningThatAnotherAgentHasNot(TestJava java) {
    assertLikePlainAgent(() -> onClassPath(java));
  }

  /** With {@code -Xshare:on} a JVM that cannot use its archive does not start. */
  @ParameterizedTest
  @MethodSource("javasWithArchives")
  void theApplicationsOwnArchiveIsUsedAsWithAnotherAgent(TestJava java) {
    Path archive = folder.resolve("application.jsa");
    Path jar = Jars.ofApplications(folder.resolve("application.jar"));
    ForkedApp making =
        apps.closing(fromJar(java, jar).jvm("-XX:ArchiveClassesAtExit=" + archive).start());
    making.endInput();
    assertThat(making.awaitExit()).isZero();
    assertThat(archive).exists();

    for (String share : List.of("auto", "on")) {
      assertLikePlainAgent(
          () -> fromJar(java, jar).jvm("-Xshare:" + share, "-XX:SharedArchiveFile=" + archive));
    }
  }

  @ParameterizedTest
  @MethodSource("javasWithModules")
  void aNamedModuleWithItsDriverAsAnAutomaticOneIsMirrored(TestJava java) {
    Path module = Jars.module(folder.resolve("shop.jar"));
    String path = module + File.pathSeparator + ClassPath.oldDriver(DRIVER);
    String main = "shop/" + SmallApp.class.getName();
    assertLikePlainAgent(() -> base(java).launch("--module-path", path, "--module", main));
    assertLikePlainAgent(
        () ->
            base(java)
                .jvm("--limit-modules", "shop,java.sql,com.h2database")
                .launch("--module-path", path, "--module", main));
  }

  /** The agent's jar stands on the application's class path; no option names it. */
  @ParameterizedTest
  @MethodSource("javasWithModules")
  void theApplicationsOwnManifestMayNameTheAgent(TestJava java) throws IOException {
    Files.copy(ClassPath.oldDriver(DRIVER), folder.resolve("driver.jar"));
    Files.copy(ForkedApp.agentJar(), folder.resolve("jdbc-mirror-agent.jar"));
    Path jar =
        Jars.ofApplications(
            folder.resolve("app.jar"),
            "Main-Class: " + SmallApp.class.getName(),
            "Launcher-Agent-Class: io.jdbcmirror.premain.Premain",
            "Can-Retransform-Classes: true",
            "Class-Path: driver.jar jdbc-mirror-agent.jar");

    ForkedApp app = apps.closing(base(java).launch("-jar", jar.toString()).start());
    finish(app);
    assertThat(app.stdout().all()).containsExactly("rows: 20");
    assertNoStackTrace(app);
  }

  @ParameterizedTest
  @MethodSource("javas")
  void attachedAtRunTimeItSaysWhatTheJvmSaysOfAny(TestJava java) {
    List<String> ofAny = attachedTo(java, plainAgent);
    List<String> said = attachedTo(java, ForkedApp.agentJar());

    assertThat(said).anyMatch(line -> line.startsWith(OURS));
    assertThat(said.stream().filter(line -> !line.startsWith(OURS)))
        .containsExactlyElementsOf(ofAny);
  }

  /** The file's name apart, everything on standard error. */
  private List<String> attachedTo(TestJava java, Path agent) {
    ForkedApp app = apps.closing(onClassPath(java, LateApp.class).start());
    app.stdout().await("ready");
    attach(java, agent, String.valueOf(app.pid()));
    app.say("");
    app.stdout().await("rows: 20");
    if (!agent.equals(plainAgent)) {
      awaitArrival();
    }
    app.endInput();
    assertThat(app.awaitExit()).isZero();
    return app.stderr().all().stream()
        .map(line -> line.replace(agent.toString(), "the agent"))
        .toList();
  }

  private static void attach(TestJava java, Path agent, String pid) {
    try {
      ByteBuddyAgent.attach(agent.toFile(), pid);
    } catch (IllegalStateException e) {
      // Java 8 answers "0" where a newer attaching JVM wants "return code: 0": the agent is there.
      assertThat(java.version()).isEqualTo(8);
      assertThat(e).hasRootCauseMessage("0");
    }
  }

  private void assertLikePlainAgent(Supplier<ForkedApp.Builder> builder) {
    ForkedApp plain = apps.closing(builder.get().jvm("-javaagent:" + plainAgent).start());
    plain.endInput();
    assertThat(plain.awaitExit()).isZero();
    ForkedApp app = apps.closing(builder.get().agent().start());
    finish(app);

    assertThat(app.stdout().text()).contains("rows: 20");
    assertThat(notOurs(app.stdout())).isEqualTo(notOurs(plain.stdout()));
    assertThat(notOurs(app.stderr())).isEqualTo(notOurs(plain.stderr()));
  }

  private void finish(ForkedApp app) {
    awaitArrival();
    target.execute("drop table small");
    app.endInput();
    assertThat(app.awaitExit()).isZero();
  }

  /** The JVM's own words, without its clock. */
  private static List<String> notOurs(Lines said) {
    List<String> others = new ArrayList<>();
    for (String line : said.all()) {
      if (!line.startsWith(OURS)) {
        others.add(line.replaceFirst("^\\[[0-9.,]+s]", ""));
      }
    }
    return others;
  }

  private ForkedApp.Builder onClassPath(TestJava java) {
    return onClassPath(java, SmallApp.class);
  }

  private ForkedApp.Builder onClassPath(TestJava java, Class<?> main) {
    return base(java, main).classPath(ClassPath.java8Apps(), ClassPath.oldDriver(DRIVER));
  }

  private ForkedApp.Builder fromJar(TestJava java, Path jar) {
    return base(java).classPath(jar, ClassPath.oldDriver(DRIVER));
  }

  private ForkedApp.Builder base(TestJava java) {
    return base(java, SmallApp.class);
  }

  private ForkedApp.Builder base(TestJava java, Class<?> main) {
    return ForkedApp.of(main)
        .java(java.executable())
        .jvm("-XX:TieredStopAtLevel=1")
        .arguments("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1", "sa", "")
        .setting("metrics.port", "off")
        .setting("target.url", target.url())
        .setting("target.user", target.server().user());
  }

  /** A source in memory ends with its JVM: the agent must have asked it who it is. */
  private void awaitArrival() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(target.rows("select count(*), max(name) from small"))
                    .containsExactly("20|name 9"));
  }
}
