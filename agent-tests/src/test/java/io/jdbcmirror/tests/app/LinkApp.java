package io.jdbcmirror.tests.app;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Links every class of the driver jars it is given, each driver in a class loader of its own, which
 * verifies the bytecode and runs none of it. Prints what does not link, the concrete connections
 * and statements it has found, and those of their methods that are not instrumented.
 */
public final class LinkApp {
  public static final String BROKEN = "broken ";
  public static final String FOUND = "found ";
  public static final String UNSEEN = "unseen ";

  private static final List<Class<?>> TYPES =
      List.of(Connection.class, CallableStatement.class, PreparedStatement.class, Statement.class);
  private static final Set<String> CONNECTION_CALLS =
      Set.of(
          "commit",
          "rollback",
          "setSavepoint",
          "releaseSavepoint",
          "setAutoCommit",
          "close",
          "abort",
          "setTransactionIsolation",
          "setReadOnly",
          "setSchema",
          "setCatalog",
          "setHoldability",
          "createStatement",
          "prepareStatement",
          "prepareCall");

  private LinkApp() {}

  /**
   * @param args one driver each: its jars, joined as in a class path
   */
  public static void main(String[] args) throws IOException {
    for (String driver : args) {
      String[] jars = driver.split(File.pathSeparator);
      ClassLoader loader = loaderOf(jars);
      for (String jar : jars) {
        try (JarFile file = new JarFile(jar)) {
          file.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.endsWith(".class") && !name.contains("-"))
              .forEach(name -> link(className(name), loader));
        }
      }
    }
    System.out.println("done");
  }

  private static ClassLoader loaderOf(String[] jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = new File(jars[i]).toURI().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static String className(String entry) {
    return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
  }

  private static void link(String name, ClassLoader loader) {
    Class<?> type;
    try {
      type = Class.forName(name, false, loader);
      type.getDeclaredMethods(); // asks for them only after linking
    } catch (LinkageError | ClassNotFoundException e) {
      System.out.println(BROKEN + name + " " + e.getClass().getSimpleName());
      return;
    }
    boolean concrete = (type.getModifiers() & (Modifier.ABSTRACT | Modifier.INTERFACE)) == 0;
    TYPES.stream()
        .filter(jdbc -> concrete && jdbc.isAssignableFrom(type))
        .findFirst()
        .ifPresent(jdbc -> look(type, jdbc));
  }

  private static void look(Class<?> type, Class<?> jdbc) {
    System.out.println(FOUND + jdbc.getSimpleName() + " " + type.getName());
    Stream.of(jdbc.getMethods())
        .filter(LinkApp::matters)
        .filter(method -> !isSeen(type, method))
        .forEach(method -> System.out.println(UNSEEN + type.getName() + "." + method.getName()));
  }

  private static boolean matters(Method method) {
    String name = method.getName();
    Class<?> owner = method.getDeclaringClass();
    if (owner == Connection.class) {
      return CONNECTION_CALLS.contains(name);
    }
    return name.startsWith("execute")
        || name.equals("addBatch")
        || name.equals("clearBatch")
        || (owner != Statement.class && name.startsWith("set"));
  }

  /** Where the class does not declare it, the interface's default refuses it. */
  private static boolean isSeen(Class<?> type, Method method) {
    try {
      Class<?> owner =
          type.getMethod(method.getName(), method.getParameterTypes()).getDeclaringClass();
      return owner.isInterface()
          || Stream.of(owner.getInterfaces()).anyMatch(i -> i.getSimpleName().equals("Tracked"));
    } catch (NoSuchMethodException e) {
      return true; // older than the method: calling it fails
    }
  }
}
