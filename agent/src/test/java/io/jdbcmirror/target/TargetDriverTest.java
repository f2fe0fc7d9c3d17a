package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.traffic.Source;
import java.io.File;
import java.sql.Driver;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TargetDriverTest {
  private final Driver application = new org.h2.Driver();
  private final Source source = new Source("jdbc:h2:mem:x", new Properties(), application);

  @Test
  void applicationsDriverServesTheTargetAsANewObject() throws Exception {
    Driver found = find(TargetSettings.of("jdbc:h2:mem:y"));

    assertThat(found).isInstanceOf(org.h2.Driver.class).isNotSameAs(application);
  }

  @Test
  void driverJarHasAClassLoaderOfItsOwn() throws Exception {
    Driver found = find(TargetSettings.of("jdbc:h2:mem:y").driverJar(h2Jar()));

    assertThat(found.getClass().getName()).isEqualTo("org.h2.Driver");
    assertThat(found.getClass()).isNotSameAs(org.h2.Driver.class);
  }

  @Test
  void missingDriverNamesTheSettingThatHelps() {
    assertThatThrownBy(() -> find(TargetSettings.of("jdbc:oracle:thin:@h:1/x")))
        .isInstanceOf(DriverNotFoundException.class)
        .hasMessageContaining("set target.driver-jar");
    assertThatThrownBy(() -> find(TargetSettings.of("jdbc:oracle:x").driverJar(h2Jar())))
        .isInstanceOf(DriverNotFoundException.class)
        .hasMessageContaining("target.driver-jar has no driver");
    assertThatThrownBy(() -> find(TargetSettings.of("jdbc:h2:x").driverJar(new File("/none.jar"))))
        .isInstanceOf(DriverNotFoundException.class)
        .hasMessageContaining("target.driver-jar");
  }

  private Driver find(TargetSettings.Builder settings) throws Exception {
    return new TargetDriver(settings.build(), new LiveDrivers()).find(source);
  }

  private static File h2Jar() throws Exception {
    return new File(
        org.h2.Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
