package io.jdbcmirror.instrumentation;

import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.utility.StreamDrainer;
import org.jspecify.annotations.Nullable;

/**
 * The class files that a loader of the application finds. What fails in it is the application's
 * matter, and must not be taken for a fault of the agent's own jar.
 */
final class ApplicationFiles implements ClassFileLocator {
  private final ClassLoader loader;

  ApplicationFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * @param internalName with slashes
   * @return null if there is none to be read
   */
  byte @Nullable [] find(String internalName) {
    try (InputStream file = loader.getResourceAsStream(internalName + ".class")) {
      return file == null ? null : StreamDrainer.DEFAULT.drain(file);
    } catch (IOException e) {
      return null;
    } catch (LinkageError e) {
      throw new IllegalStateException("a class loader of the application's failed", e);
    }
  }

  @Override
  public Resolution locate(String name) {
    byte[] file = find(name.replace('.', '/'));
    return file == null ? new Resolution.Illegal(name) : new Resolution.Explicit(file);
  }

  @Override
  public void close() {
    // The loader stays the application's.
  }
}
