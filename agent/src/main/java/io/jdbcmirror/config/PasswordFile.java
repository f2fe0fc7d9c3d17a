package io.jdbcmirror.config;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a password from the first line of a file in UTF-8. */
final class PasswordFile {
  /** A wrong path, to a device for one, must not fill the memory. */
  private static final int MAX_LENGTH = 4_096;

  private PasswordFile() {}

  /**
   * @return null if the file cannot be read or its first line is empty or longer than 4,096
   *     characters
   */
  static @Nullable String read(String path) {
    StringBuilder line = new StringBuilder();
    try (Reader reader = new InputStreamReader(new FileInputStream(path), StandardCharsets.UTF_8)) {
      for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r'; c = reader.read()) {
        if (line.length() == MAX_LENGTH) {
          return null;
        }
        line.append((char) c);
      }
    } catch (IOException | SecurityException e) {
      return null;
    }
    return line.length() == 0 ? null : line.toString();
  }
}
