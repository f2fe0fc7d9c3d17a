package io.jdbcmirror.benchmarks.startup;

import io.jdbcmirror.benchmarks.startup.ClassLog.Loaded;

/** Whose a loaded class is. */
enum Origin {
  GENERATED("generated as it runs (lambdas and the like)"),
  ARCHIVE("JDK, from its class-sharing archive"),
  JDK("JDK, not in the archive"),
  OWN("jdbc-mirror"),
  BYTE_BUDDY("Byte Buddy"),
  LIBRARIES("other libraries of the agent"),
  DRIVER("H2"),
  OTHER("others");

  private final String label;

  Origin(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Origin of(Loaded loaded) {
    String source = loaded.source();
    if (source.startsWith("__") || loaded.name().contains("$$Lambda")) {
      return GENERATED;
    }
    if (source.startsWith("shared")) {
      return ARCHIVE;
    }
    return source.startsWith("jrt:") ? JDK : byName(loaded.name(), source);
  }

  private static Origin byName(String name, String source) {
    if (name.startsWith("io.jdbcmirror.bootstrap.")) {
      return OWN; // defined into the bootstrap loader, and so of no file
    }
    if (source.contains("jdbc-mirror-agent.jar")) {
      return name.startsWith("io.jdbcmirror.")
          ? OWN
          : name.startsWith("net.bytebuddy.") ? BYTE_BUDDY : LIBRARIES;
    }
    return name.startsWith("org.h2.") ? DRIVER : OTHER;
  }
}
