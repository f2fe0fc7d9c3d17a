package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class SourcePropertiesTest {
  private static final class Masking extends Properties {
    @Override
    public String toString() {
      return "***";
    }
  }

  private static final class Watching extends Properties {
    private int calls;

    @Override
    public String getProperty(String key) {
      calls++;
      return super.getProperty(key);
    }
  }

  @Test
  void aCopyHasTheDefaultsToo() {
    Properties info = new Properties(filled(new Properties()));
    info.setProperty("password", "secret");

    assertThat(SourceProperties.copy(info).stringPropertyNames())
        .containsExactlyInAnyOrder("user", "password");
  }

  @Test
  void aSubclassThatRunsNoCodeOfItsOwnIsCopied() {
    assertThat(SourceProperties.copy(filled(new Masking()))).containsEntry("user", "sa");
  }

  @Test
  void anApplicationsSubclassIsNotTouched() {
    Watching info = new Watching();

    assertThat(SourceProperties.copy(filled(info))).isEmpty();
    assertThat(info.calls).isZero();
  }

  private static Properties filled(Properties info) {
    info.setProperty("user", "sa");
    return info;
  }
}
