package io.jdbcmirror.instrumentation;

import org.jspecify.annotations.Nullable;

/** Class files by name, without loading the classes. */
interface ClassFiles {
  /**
   * @param internalName with slashes
   * @return null if there is none to be read
   */
  byte @Nullable [] find(String internalName);
}
