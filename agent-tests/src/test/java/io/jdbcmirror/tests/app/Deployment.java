package io.jdbcmirror.tests.app;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** As a web application: its drivers come from a loader of its own, closed at its end. */
public final class Deployment {
  private final URLClassLoader loader;
  private final Connection connection;

  /**
   * @param jars their URLs; the first driver that takes the scene's URL is used
   */
  public Deployment(Scene scene, List<String> jars) throws Exception {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = URI.create(jars.get(i)).toURL();
    }
    loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    Properties properties = new Properties();
    properties.setProperty("user", scene.user());
    properties.setProperty("password", scene.password());
    String name = scene.url().startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver";
    Driver driver = (Driver) loader.loadClass(name).getDeclaredConstructor().newInstance();
    connection = driver.connect(scene.url(), properties);
    connection.setAutoCommit(false);
  }

  /** As a transaction. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connection.commit();
  }

  /** Closes what it has opened, and its loader, which then finds no class any more. */
  public void end() throws SQLException, IOException {
    connection.close();
    shut();
  }

  /** Closes the loader while its connection is still in use. */
  public void shut() throws IOException {
    loader.close();
  }
}
