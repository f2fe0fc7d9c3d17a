package io.jdbcmirror.target;

import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.traffic.Source;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the driver for the target: in {@code target.driver-jar} if that is set, else where the
 * application's own driver comes from. Never asks {@code DriverManager}, which looks at the
 * caller's class loader and belongs to the application.
 *
 * <p>Thread-safe. A driver from the jar is kept; one of the application's is looked for each time,
 * so that no class loader of a redeployed application is held.
 */
final class TargetDriver {
  private final String url;
  private final @Nullable File jar;
  private final LiveDrivers live;
  private @Nullable Driver fromJar; // guarded by this

  TargetDriver(TargetSettings settings, LiveDrivers live) {
    this.url = settings.url();
    this.jar = settings.driverJar();
    this.live = live;
  }

  /**
   * @param source whose driver may serve the target too
   * @throws DriverNotFoundException naming the setting that helps
   */
  Driver find(Source source) throws DriverNotFoundException {
    return jar == null ? fromApplication(live.find(source)) : fromJar(jar);
  }

  /**
   * The driver to ask the source with: the application's, or where that has gone with it the jar's,
   * if it takes the URL. What was embedded in the application has gone with it too.
   */
  Driver forQuestions(Source source) throws DriverNotFoundException {
    if (jar != null && !Vendor.isEmbedded(source.url()) && live.hasEnded(source)) {
      Driver other = fromJar(jar);
      if (accepts(other, source.url())) {
        return other;
      }
    }
    return live.find(source);
  }

  private synchronized Driver fromJar(File file) throws DriverNotFoundException {
    if (fromJar == null) {
      fromJar = search(loaderOf(file));
    }
    if (fromJar == null) {
      throw new DriverNotFoundException(
          "target.driver-jar has no driver for the URL in target.url");
    }
    return fromJar;
  }

  private Driver fromApplication(Driver sourceDriver) throws DriverNotFoundException {
    Driver driver = instantiate(sourceDriver.getClass());
    if (driver == null) {
      driver = search(sourceDriver.getClass().getClassLoader());
    }
    if (driver == null) {
      throw new DriverNotFoundException(
          "the application has no driver for the URL in target.url;"
              + " set target.driver-jar to the driver's jar file");
    }
    return driver;
  }

  /** The jar's own loader lives as long as the agent: it is never closed. */
  private static ClassLoader loaderOf(File file) throws DriverNotFoundException {
    if (!file.isFile()) {
      throw new DriverNotFoundException("target.driver-jar is not a file that can be read");
    }
    try {
      URL[] urls = {file.toURI().toURL()};
      ClassLoader agent = TargetDriver.class.getClassLoader();
      return new URLClassLoader(urls, agent == null ? null : agent.getParent());
    } catch (MalformedURLException e) {
      throw new DriverNotFoundException("target.driver-jar is not a file that can be read");
    }
  }

  private @Nullable Driver search(@Nullable ClassLoader loader) {
    for (String name : Vendor.of(url).driverClasses()) {
      Driver driver = byName(name, loader);
      if (driver != null) {
        return driver;
      }
    }
    return fromServices(loader);
  }

  private @Nullable Driver byName(String name, @Nullable ClassLoader loader) {
    try {
      return instantiate(Class.forName(name, true, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return null; // the next name may be the one
    }
  }

  private @Nullable Driver fromServices(@Nullable ClassLoader loader) {
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
    while (true) {
      try {
        if (!drivers.hasNext()) {
          return null;
        }
        Driver driver = drivers.next();
        if (accepts(driver, url)) {
          return driver;
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        AgentLog.warnOnce("driver-service", "a JDBC driver is listed that cannot be loaded");
      }
    }
  }

  private @Nullable Driver instantiate(Class<?> type) {
    Driver made = LiveDrivers.make(type);
    return made != null && accepts(made, url) ? made : null;
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException | RuntimeException e) {
      return false;
    }
  }
}
