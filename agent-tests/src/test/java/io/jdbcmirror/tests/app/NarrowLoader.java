package io.jdbcmirror.tests.app;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Like the loader of an OSGi bundle or of a JBoss module: takes the packages of the JDK from its
 * parent and all others from its own jars only.
 */
public final class NarrowLoader extends URLClassLoader {
  public NarrowLoader(URL... jars) {
    super(jars, ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("java.") || name.startsWith("javax.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }
}
