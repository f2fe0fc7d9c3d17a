package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.DriverClasses;
import io.jdbcmirror.traffic.Source;
import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LiveDriversTest {
  private static final String URL = "jdbc:h2:tcp://localhost/x";

  private final DriverClasses known = new DriverClasses();
  private final LiveDrivers live = new LiveDrivers();

  @Test
  void aDriverThatIsAliveServesItself() throws Exception {
    Source source = source(loader());
    source(loader());

    assertThat(live.find(source)).isSameAs(source.driver());
    assertThat(live.fails(source)).isFalse();
  }

  @Test
  void whereItsLoaderIsClosedThatOfAnotherApplicationStandsIn() throws Exception {
    URLClassLoader loader = loader();
    Source source = source(loader);
    Source other = source(loader());
    loader.close();

    assertThat(live.find(source).getClass()).isSameAs(other.driver().getClass());
    assertThat(live.hasEnded(source)).isFalse();
    assertThat(live.fails(source)).isFalse();
  }

  @Test
  void whereThereIsNoOtherItMayStillHaveWhatItNeeds() throws Exception {
    URLClassLoader loader = loader();
    URLClassLoader closed = loader();
    Source source = source(loader);
    source(closed);
    loader.close();
    closed.close();

    assertThat(live.find(source)).isSameAs(source.driver());
    assertThat(live.hasEnded(source)).isTrue();
    assertThat(live.isGivenUp(source, System.nanoTime() + LiveDrivers.PATIENCE_NANOS)).isFalse();
  }

  @Test
  void oneThatFailsIsGivenUpInTimeUnlessAnotherComes() throws Exception {
    URLClassLoader loader = loader();
    Source source = source(loader);
    loader.close();

    assertThat(live.fails(source)).isTrue();
    assertThat(live.isGivenUp(source, System.nanoTime())).isFalse();
    assertThat(live.isGivenUp(source, System.nanoTime() + LiveDrivers.PATIENCE_NANOS)).isTrue();
    source(loader());
    assertThat(live.isGivenUp(source, System.nanoTime() + LiveDrivers.PATIENCE_NANOS)).isFalse();
  }

  @Test
  void aClassOfTheSameNameInTheParentIsNoSignOfLife() throws Exception {
    URL[] jar = {jar().toURI().toURL()};
    URLClassLoader parent = loader();
    try (URLClassLoader child =
        new URLClassLoader(jar, parent) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith("org.h2.") ? own(name) : super.loadClass(name, resolve);
          }

          private Class<?> own(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
          }
        }) {
      Source source = source(child);
      assertThat(LiveDrivers.isAlive(source.driver().getClass())).isTrue();
      child.close();
      assertThat(LiveDrivers.isAlive(source.driver().getClass())).isFalse();
    }
  }

  @Test
  void theDriverJarAnswersForOneThatIsGone() throws Exception {
    URLClassLoader loader = loader();
    Source source = source(loader);
    TargetSettings settings = TargetSettings.of("jdbc:h2:mem:y").driverJar(jar()).build();
    TargetDriver drivers = new TargetDriver(settings, live);
    assertThat(drivers.forQuestions(source)).isSameAs(source.driver());
    loader.close();

    assertThat(drivers.forQuestions(source)).isSameAs(drivers.find(source));
  }

  @Test
  void noJarAnswersForADatabaseThatWasInTheApplication() throws Exception {
    URLClassLoader loader = loader();
    Source source =
        new Source("jdbc:h2:mem:x", new Properties(), driver(loader), new DriverClasses());
    TargetSettings settings = TargetSettings.of("jdbc:h2:mem:y").driverJar(jar()).build();
    loader.close();

    assertThat(new TargetDriver(settings, live).forQuestions(source)).isSameAs(source.driver());
  }

  @Test
  void nothingHoldsTheLoader() throws Exception {
    WeakReference<ClassLoader> loader = usedAndClosed();

    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
    }
    assertThat(loader.get()).isNull();
    assertThat(source(loader()).otherDrivers()).isEmpty();
  }

  private WeakReference<ClassLoader> usedAndClosed() throws Exception {
    URLClassLoader loader = loader();
    Source source = source(loader);
    source.driver().getClass().getMethod("unload").invoke(null); // DriverManager holds it
    loader.close();
    assertThat(live.fails(source)).isTrue();
    return new WeakReference<>(loader);
  }

  private Source source(ClassLoader loader) throws Exception {
    return new Source(URL, new Properties(), driver(loader), known);
  }

  private static Driver driver(ClassLoader loader) throws Exception {
    return (Driver) loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
  }

  private static URLClassLoader loader() throws Exception {
    URL[] jar = {jar().toURI().toURL()};
    return new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
  }

  private static File jar() throws Exception {
    return new File(
        org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
