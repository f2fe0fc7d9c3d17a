package io.jdbcmirror.config;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** Settings whose value is text. An empty one is allowed where it says "none". */
enum Text implements Kind {
  NAME("any text"),
  SECRET("any text"),
  HOST("a host name or address"),
  FILE("the path of a regular file that exists and can be read"),
  OUTPUT("the path of a file, or of none yet, in a folder that exists"),
  URL("a JDBC URL, jdbc:..."),
  URL_GLOB("a JDBC URL in which * stands for any characters and ? for one");

  private static final String MASK = "***";

  private final String allowed;

  Text(String allowed) {
    this.allowed = allowed;
  }

  @Override
  public @Nullable Object read(String text) {
    // White space at the ends may belong to a password, and to nothing else.
    String value = this == SECRET ? text : text.trim();
    return isAllowed(value) ? value : null;
  }

  private boolean isAllowed(String value) {
    switch (this) {
      case HOST:
      case URL_GLOB:
        return !value.isEmpty();
      case URL:
        return value.isEmpty() || value.startsWith("jdbc:");
      case FILE:
        return value.isEmpty() || isReadable(new File(value));
      case OUTPUT:
        return value.isEmpty() || isInFolder(new File(value));
      default:
        return true;
    }
  }

  /** Whether it may be written is seen when it is: that may change. */
  private static boolean isInFolder(File file) {
    try {
      File folder = file.getAbsoluteFile().getParentFile();
      return folder != null && folder.isDirectory() && !file.isDirectory();
    } catch (SecurityException e) {
      return false;
    }
  }

  private static boolean isReadable(File file) {
    try {
      // Not a pipe, whose other end may never write.
      return file.isFile() && file.canRead();
    } catch (SecurityException e) {
      return false;
    }
  }

  @Override
  public String allowed() {
    return allowed;
  }

  @Override
  public String shown(String text) {
    switch (this) {
      case SECRET:
        return MASK;
      case URL:
        // What is no URL may be anything: a password in the wrong place.
        return text.isEmpty() || text.trim().startsWith("jdbc:") ? UrlMask.mask(text) : MASK;
      case URL_GLOB:
        return UrlMask.mask(text);
      default:
        return text;
    }
  }
}
