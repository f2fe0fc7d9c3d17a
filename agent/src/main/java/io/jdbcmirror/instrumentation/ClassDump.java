package io.jdbcmirror.instrumentation;

import io.jdbcmirror.support.AgentLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.jspecify.annotations.Nullable;

/** For debugging: rewritten classes as files, in a folder named by Byte Buddy's own property. */
final class ClassDump {
  private static final @Nullable String FOLDER = System.getProperty("net.bytebuddy.dump");

  private ClassDump() {}

  static void write(String className, byte[] classFile) {
    if (FOLDER == null) {
      return;
    }
    try {
      Path file = Paths.get(FOLDER, className + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, classFile);
    } catch (IOException e) {
      AgentLog.warnOnce(
          "dump", "cannot write a class into " + FOLDER + ": " + AgentLog.describe(e));
    }
  }
}
