package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.ForkedApp;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What stands where in the packaged jar. */
class AgentJarTest {
  private static final int JAVA_8 = 52;

  @Test
  void theRootHoldsOnlyWhatAnApplicationMaySee() throws IOException {
    Set<String> places = new TreeSet<>();
    for (String name : entries()) {
      places.add(place(name));
    }
    assertThat(places)
        .containsExactly(
            "META-INF/LICENSE",
            "META-INF/MANIFEST.MF",
            "META-INF/NOTICE",
            "agent/",
            "io/jdbcmirror/bootstrap/",
            "io/jdbcmirror/premain/");
  }

  @Test
  void noClassStandsInTwoZones() throws IOException {
    List<String> root = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (String name : entries()) {
      if (name.endsWith(".class")) {
        root.add(name.substring(0, name.length() - ".class".length()));
      } else if (name.endsWith(".classdata")) {
        hidden.add(name.substring("agent/".length(), name.length() - ".classdata".length()));
      }
    }
    assertThat(root).isNotEmpty().doesNotContainAnyElementsOf(hidden);
    assertThat(hidden).doesNotHaveDuplicates();
    assertThat(hidden).as("a jar in the jar").noneMatch(name -> name.startsWith("agent/"));
    assertThat(entries()).noneMatch(name -> name.startsWith("agent/") && name.endsWith(".class"));
  }

  @Test
  void everyClassRunsOnJava8() throws IOException {
    try (JarFile jar = new JarFile(ForkedApp.agentJar().toFile())) {
      for (JarEntry entry : jar.stream().filter(AgentJarTest::isClass).toList()) {
        assertThat(version(jar, entry)).as(entry.getName()).isLessThanOrEqualTo(JAVA_8);
      }
    }
  }

  @Test
  void theManifestNamesTheAgentForStartAndForRunTime() throws IOException {
    try (JarFile jar = new JarFile(ForkedApp.agentJar().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Premain-Class")).startsWith("io.jdbcmirror.premain.");
      assertThat(manifest.getValue("Agent-Class")).startsWith("io.jdbcmirror.premain.");
      assertThat(manifest.getValue("Main-Class")).startsWith("io.jdbcmirror.premain.");
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Implementation-Version")).isNotEmpty();
    }
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(ForkedApp.agentJar().toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }
  }

  private static String place(String name) {
    for (String zone : List.of("agent/", "io/jdbcmirror/bootstrap/", "io/jdbcmirror/premain/")) {
      if (name.startsWith(zone)) {
        return zone;
      }
    }
    return name;
  }

  private static boolean isClass(JarEntry entry) {
    return entry.getName().endsWith(".class") || entry.getName().endsWith(".classdata");
  }

  private static int version(JarFile jar, JarEntry entry) throws IOException {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      in.readInt(); // the magic number
      in.readUnsignedShort(); // minor version
      return in.readUnsignedShort();
    }
  }
}
