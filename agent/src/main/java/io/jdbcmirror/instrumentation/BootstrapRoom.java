package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.ConnectionHooks;
import io.jdbcmirror.bootstrap.CopyHooks;
import io.jdbcmirror.bootstrap.JdbcHooks;
import io.jdbcmirror.bootstrap.KeyHooks;
import io.jdbcmirror.bootstrap.ParameterHooks;
import io.jdbcmirror.bootstrap.ResultHooks;
import io.jdbcmirror.bootstrap.StatementHooks;
import io.jdbcmirror.bootstrap.Tracked;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Puts the classes that instrumented drivers call into the bootstrap loader, the one loader that
 * every other asks.
 *
 * <p>One by one, and not by a longer bootstrap class path: with {@code Boot-Class-Path} in the
 * manifest the JVM refuses an application's own class-sharing archive (under {@code -Xshare:on} it
 * does not even start), and after {@link Instrumentation#appendToBootstrapClassLoaderSearch} it
 * prints a warning and shares no class of the application any more.
 */
final class BootstrapRoom {
  private static final String ROOM = "io/jdbcmirror/bootstrap/";
  private static final String INTERNAL_PACKAGE = "jdk.internal.misc";

  private final Instrumentation instrumentation;
  private boolean open; // guarded by this

  BootstrapRoom(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * Does it the first time, and costs nothing where no class of JDBC ever comes.
   *
   * @throws LinkageError if a class is not there
   */
  synchronized void open() throws IOException {
    if (open) {
      return;
    }
    File file = agentJar();
    try {
      defineAll(file);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Java 8, where it warns of nothing, or a JVM with other internals.
      instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(file));
    }
    resolveAll();
    open = true;
  }

  /** A hook that is missing would only be found where a driver calls it. */
  private static void resolveAll() {
    Class<?>[] called = {
      ConnectionHooks.class,
      CopyHooks.class,
      JdbcHooks.class,
      KeyHooks.class,
      ParameterHooks.class,
      ResultHooks.class,
      StatementHooks.class,
      Tracked.class
    };
    for (Class<?> each : called) {
      if (each.getClassLoader() != null) {
        throw new NoClassDefFoundError(each + " is not the bootstrap loader's");
      }
    }
  }

  /** Its root holds the classes. */
  private static File agentJar() throws IOException {
    try {
      CodeSource source = BootstrapRoom.class.getProtectionDomain().getCodeSource();
      return new File(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private void defineAll(File file) throws IOException, ReflectiveOperationException {
    exportInternals();
    Class<?> type = Class.forName(INTERNAL_PACKAGE + ".Unsafe");
    Object unsafe = type.getMethod("getUnsafe").invoke(null);
    Method define =
        type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    try (JarFile jar = new JarFile(file)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().startsWith(ROOM) && entry.getName().endsWith(".class")) {
          byte[] bytes = read(jar, entry);
          define(define, unsafe, bytes);
        }
      }
    }
  }

  private static void define(Method method, Object unsafe, byte[] bytes)
      throws ReflectiveOperationException {
    try {
      method.invoke(unsafe, null, bytes, 0, bytes.length, null, null);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LinkageError) {
        throw (LinkageError) e.getCause(); // garbled: no other way would help
      }
      throw e;
    }
  }

  /** To the agent's own loader alone: the application sees of it what it saw before. */
  private void exportInternals() throws ReflectiveOperationException {
    Class<?> module = Class.forName("java.lang.Module");
    Method moduleOf = Class.class.getMethod("getModule");
    Map<String, Set<Object>> exports =
        Collections.singletonMap(
            INTERNAL_PACKAGE, Collections.singleton(moduleOf.invoke(BootstrapRoom.class)));
    Instrumentation.class
        .getMethod("redefineModule", module, Set.class, Map.class, Map.class, Set.class, Map.class)
        .invoke(
            instrumentation,
            moduleOf.invoke(Object.class),
            Collections.emptySet(),
            exports,
            Collections.emptyMap(),
            Collections.emptySet(),
            Collections.emptyMap());
  }

  private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
    byte[] bytes = new byte[(int) entry.getSize()];
    try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
      in.readFully(bytes);
    }
    return bytes;
  }
}
