package io.jdbcmirror;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;

/** The table of rooms: who may use whom (CONTRIBUTING.md). */
@AnalyzeClasses(packages = "io.jdbcmirror", importOptions = DoNotIncludeTests.class)
class RoomsTest {
  private static LayeredArchitecture room(LayeredArchitecture rooms, String name) {
    return rooms.layer(name).definedBy("io.jdbcmirror." + name + "..");
  }

  private static LayeredArchitecture allRooms() {
    LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name :
        new String[] {
          "premain",
          "command",
          "bootstrap",
          "lifecycle",
          "instrumentation",
          "capture",
          "traffic",
          "mirror",
          "comparison",
          "digest",
          "target",
          "metrics",
          "report",
          "http",
          "config",
          "support"
        }) {
      rooms = room(rooms, name);
    }
    return rooms;
  }

  @ArchTest
  static final ArchRule eachRoomUsesOnlyWhatTheTableSays =
      allRooms()
          .whereLayer("premain")
          .mayNotAccessAnyLayer()
          .whereLayer("command")
          .mayOnlyAccessLayers("report", "support")
          .whereLayer("bootstrap")
          .mayNotAccessAnyLayer()
          .whereLayer("lifecycle")
          .mayOnlyAccessLayers(
              "bootstrap",
              "instrumentation",
              "capture",
              "traffic",
              "mirror",
              "target",
              "metrics",
              "report",
              "http",
              "config",
              "support")
          .whereLayer("instrumentation")
          .mayOnlyAccessLayers("bootstrap", "config", "support")
          .whereLayer("capture")
          .mayOnlyAccessLayers("bootstrap", "traffic", "metrics", "config", "support")
          .whereLayer("traffic")
          .mayNotAccessAnyLayer()
          .whereLayer("mirror")
          .mayOnlyAccessLayers("traffic", "target", "comparison", "metrics", "config", "support")
          .whereLayer("comparison")
          .mayOnlyAccessLayers("traffic", "target", "digest", "metrics", "support")
          .whereLayer("digest")
          .mayOnlyAccessLayers("support")
          .whereLayer("target")
          .mayOnlyAccessLayers("bootstrap", "traffic", "metrics", "config", "support")
          .whereLayer("metrics")
          .mayOnlyAccessLayers("support")
          .whereLayer("report")
          .mayOnlyAccessLayers("metrics", "config", "support")
          .whereLayer("http")
          .mayOnlyAccessLayers("report", "metrics", "config", "support")
          .whereLayer("config")
          .mayNotAccessAnyLayer()
          .whereLayer("support")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("io.jdbcmirror.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theBootstrapRoomNamesOnlyJavaBase =
      ArchRuleDefinition.classes()
          .that()
          .resideInAPackage("io.jdbcmirror.bootstrap..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.jdbcmirror.bootstrap..",
              "java.io..",
              "java.lang..",
              "java.net..",
              "java.util..",
              "javax.net",
              "org.jspecify..");
}
