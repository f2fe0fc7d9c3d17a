package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code JAVA_TOOL_OPTIONS} names the agent for whatever Java there is, the JDK's tools too. */
class ToolsTest extends StartSuite {
  @Test
  void javacSaysAndWritesTheSame() throws IOException {
    Path source = Files.writeString(folder.resolve("A.java"), "class A { int wrong() {} }");
    assertUnchanged("javac", "-d", folder.toString(), source.toString());
    Files.writeString(source, "class A { java.sql.Connection right() { return null; } }");
    assertUnchanged("javac", "-d", folder.toString(), source.toString());
    assertThat(folder.resolve("A.class")).exists();
  }

  @Test
  void keytoolSaysTheSame() {
    String store = folder.resolve("store").toString();
    assertUnchanged("keytool", "-list", "-keystore", store);
    assertUnchanged("keytool", "-help");
  }

  @Test
  void jcmdSaysTheSame() {
    assertUnchanged("jcmd", "-h");
    assertUnchanged("jcmd", String.valueOf(ProcessHandle.current().pid()), "VM.version");
  }

  @Test
  void jarSaysTheSame() {
    assertUnchanged("jar", "--list", "--file=" + ForkedApp.agentJar());
  }

  private void assertUnchanged(String tool, String... arguments) {
    ForkedApp without = apps.closing(tool(tool, arguments).start());
    ForkedApp with =
        apps.closing(
            tool(tool, arguments)
                .environment("JAVA_TOOL_OPTIONS", "-javaagent:" + ForkedApp.agentJar())
                .environment("JDBCMIRROR_TARGET_URL", "jdbc:h2:mem:nowhere")
                .start());
    assertThat(with.awaitExit()).isEqualTo(without.awaitExit());
    assertThat(with.stdout().all()).isEqualTo(without.stdout().all());
    // The JVM's own word, for any option.
    List<String> said =
        with.stderr().all().stream()
            .filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
            .toList();
    assertThat(said).isEqualTo(without.stderr().all());
  }

  private static ForkedApp.Builder tool(String name, String... arguments) {
    Path executable = Path.of(System.getProperty("java.home"), "bin", name);
    return ForkedApp.of(name)
        .java(executable)
        .launch("-J-XX:TieredStopAtLevel=1")
        .arguments(arguments);
  }
}
