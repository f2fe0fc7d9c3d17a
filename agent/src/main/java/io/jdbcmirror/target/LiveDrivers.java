package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Source;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The application's driver, or another where it is gone: one that a web application brings can load
 * no further class once that is undeployed, although work of its sessions is still queued. What
 * comes then is most often the same application, deployed again, or another one with that driver.
 *
 * <p>Thread-safe; for agent threads only, since it asks class loaders. Holds none of them.
 */
final class LiveDrivers {
  /** As long as a server may need to deploy an application again. */
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Map<Class<?>, End> ended = new WeakHashMap<>(); // guarded by this

  /** When an application was found to have ended, and whether its driver was needed in vain. */
  private static final class End {
    private final long sinceNanos = System.nanoTime();
    private boolean fails;
  }

  /** The source's own while that is alive; also where nothing else is: it may have all it needs. */
  Driver find(Source source) {
    Driver standIn = hasOwn(source) ? null : standIn(source);
    return standIn == null ? source.driver() : standIn;
  }

  /** Whether the source's own driver is gone, and there is no other. */
  boolean hasEnded(Source source) {
    return !hasOwn(source) && standIn(source) == null;
  }

  /**
   * Classes could not be loaded: tells whether that is because the application has ended. If so it
   * is remembered for {@link #isGivenUp}.
   */
  boolean fails(Source source) {
    if (!hasEnded(source)) {
      return false;
    }
    end(source).fails = true;
    return true;
  }

  /** Whether waiting for another driver has been in vain. */
  boolean isGivenUp(Source source, long nowNanos) {
    End end = known(source);
    boolean late = end != null && end.fails && nowNanos - end.sinceNanos >= PATIENCE_NANOS;
    return late && standIn(source) == null;
  }

  private boolean hasOwn(Source source) {
    if (known(source) != null) {
      return false; // a loader that is closed stays so; asked again, Tomcat's writes to its log
    }
    boolean alive = isAlive(source.driver().getClass());
    if (!alive) {
      end(source);
    }
    return alive;
  }

  private synchronized @Nullable End known(Source source) {
    return ended.get(source.driver().getClass());
  }

  private synchronized End end(Source source) {
    return ended.computeIfAbsent(source.driver().getClass(), type -> new End());
  }

  private static @Nullable Driver standIn(Source source) {
    for (Class<? extends Driver> other : source.otherDrivers()) {
      Driver made = isAlive(other) ? make(other) : null;
      if (made != null) {
        return made;
      }
    }
    return null;
  }

  /** One that cannot be made is no driver: null. */
  static @Nullable Driver make(Class<?> type) {
    try {
      Object instance = type.getDeclaredConstructor().newInstance();
      return instance instanceof Driver ? (Driver) instance : null;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  /**
   * Whether its loader still finds what the class was made of, and so will find others. Nothing is
   * known of a proxy's, which was made of nothing.
   */
  static boolean isAlive(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    try {
      return loader == null
          || Proxy.isProxyClass(type)
          || resource(loader, type.getName().replace('.', '/')) != null;
    } catch (RuntimeException | LinkageError e) {
      return false;
    }
  }

  /** Not the parent's of the same name, where it can be told. */
  private static @Nullable URL resource(ClassLoader loader, String name) {
    return loader instanceof URLClassLoader
        ? ((URLClassLoader) loader).findResource(name + ".class")
        : loader.getResource(name + ".class");
  }
}
