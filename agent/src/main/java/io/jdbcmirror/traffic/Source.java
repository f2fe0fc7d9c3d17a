package io.jdbcmirror.traffic;

import java.sql.Driver;
import java.util.List;
import java.util.Properties;

/**
 * The application's own database, as the application addressed it when it opened a connection.
 *
 * <p>Holds what the agent needs to ask the server who it is over a connection of its own (design:
 * the target is never the source). Immutable; the properties are a copy and may hold a password.
 */
public final class Source {
  private final String url;
  private final Properties properties;
  private final Driver driver;
  private final DriverClasses known;
  private final String database;

  /** One that shares its driver with nobody. */
  public Source(String url, Properties properties, Driver driver) {
    this(url, properties, driver, new DriverClasses());
  }

  /**
   * @param properties what the application gave its driver; copied
   * @param driver the driver's own object, which made the connection
   * @param known of all sources; the driver is added
   */
  public Source(String url, Properties properties, Driver driver, DriverClasses known) {
    this.url = url;
    this.properties = (Properties) properties.clone();
    this.driver = driver;
    this.known = known;
    this.database = DatabaseName.of(url);
    known.add(driver.getClass());
  }

  public String url() {
    return url;
  }

  /** A fresh copy, which the caller may change. */
  public Properties properties() {
    return (Properties) properties.clone();
  }

  public Driver driver() {
    return driver;
  }

  /** The same driver as other applications have it, or this one after it was deployed again. */
  public List<Class<? extends Driver>> otherDrivers() {
    return known.namesakes(driver.getClass());
  }

  /** The value of the metrics' {@code database} label. */
  public String database() {
    return database;
  }

  /** Names the database only: URL and properties may hold secrets. */
  @Override
  public String toString() {
    return "source " + database;
  }
}
