package io.jdbcmirror.premain;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads everything but {@code premain} and {@code bootstrap}: from {@code agent/*.classdata} in the
 * jar, where no other loader looks. Its parent is the platform loader (the bootstrap loader on Java
 * 8), so nothing of the application is visible from here, and nothing here from the application.
 */
final class AgentClassLoader extends ClassLoader {
  private static final String ZONE = "agent/";
  private static final String CLASS = ".classdata";
  private static final String PLATFORM_LOADER =
      "jdk.internal.loader.ClassLoaders$PlatformClassLoader";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final ProtectionDomain domain;
  private final String base;

  AgentClassLoader(File file) throws IOException {
    super(platformLoader());
    jar = new JarFile(file, false);
    URL url = file.toURI().toURL();
    base = "jar:" + url + "!/";
    domain = new ProtectionDomain(new CodeSource(url, (Certificate[]) null), null, this, null);
  }

  /** Its own classes first: a parent that is asked in vain throws, a thousand times at a start. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    JarEntry entry =
        name.startsWith("java.") ? null : jar.getJarEntry(ZONE + name.replace('.', '/') + CLASS);
    return entry == null ? super.loadClass(name, resolve) : load(name, entry);
  }

  private Class<?> load(String name, JarEntry entry) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = read(name, entry);
      openPackage(name);
      return defineClass(name, bytes, 0, bytes.length, domain);
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    try {
      return jar.getEntry(entryName(name)) == null ? null : new URL(base + entryName(name));
    } catch (MalformedURLException e) {
      return null;
    }
  }

  /** Reads the open jar: a connection to the resource's URL would open it once more. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    JarEntry entry = jar.getJarEntry(entryName(name));
    try {
      return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
    } catch (IOException e) {
      return null;
    }
  }

  private byte[] read(String name, JarEntry entry) throws ClassNotFoundException {
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      byte[] bytes = new byte[(int) entry.getSize()];
      in.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Class files have another ending in the jar, also for those who read them as resources. */
  private static String entryName(String resource) {
    return ZONE + (resource.endsWith(".class") ? resource + "data" : resource);
  }

  // Java 8 gives a class without a defined package a null Package.
  @SuppressWarnings("deprecation")
  private void openPackage(String className) {
    int dot = className.lastIndexOf('.');
    String name = dot < 0 ? "" : className.substring(0, dot);
    if (dot >= 0 && getPackage(name) == null) {
      try {
        definePackage(name, null, null, null, null, null, null, null);
      } catch (IllegalArgumentException e) {
        return; // another thread has defined it
      }
    }
  }

  /**
   * The top of the loaders, on Java 9 and up. Asking for it by reflection comes last: a method that
   * is annotated in the JDK makes the JVM write proxy classes, which takes longer than all else
   * that the agent does in a program without JDBC.
   */
  private static @Nullable ClassLoader platformLoader() {
    ClassLoader top = ClassLoader.getSystemClassLoader();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top.getClass().getName().equals(PLATFORM_LOADER) ? top : platformLoaderByReflection();
  }

  private static @Nullable ClassLoader platformLoaderByReflection() {
    try {
      return (ClassLoader) ClassLoader.class.getMethod("getPlatformClassLoader").invoke(null);
    } catch (ReflectiveOperationException e) {
      return null; // Java 8
    }
  }
}
