package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class UrlAndPropertiesTest {
  private final Properties properties = new Properties();

  @Test
  void postgresqlGetsEveryTimeoutInSeconds() {
    addTo("jdbc:postgresql://h/d");

    assertThat(properties)
        .containsEntry("connectTimeout", "5")
        .containsEntry("socketTimeout", "35")
        .containsEntry("ApplicationName", "jdbc-mirror");
  }

  @Test
  void postgresqlConnectsOnTheCallingThreadWhateverTheUrlSays() {
    properties.setProperty("loginTimeout", "9");

    assertThat(
            DriverProperties.stayOnThread(properties, "jdbc:postgresql://h/d?loginTimeout=7&a=b"))
        .isEqualTo("jdbc:postgresql://h/d?loginTimeout=0&a=b");
    assertThat(properties).containsEntry("loginTimeout", "0");
  }

  @Test
  void whatTheUrlSaysStays() {
    addTo("jdbc:postgresql://h/d?sockettimeout=7&ApplicationName=mine");

    assertThat(properties).doesNotContainKeys("socketTimeout", "ApplicationName");
  }

  @Test
  void mariadbGetsMillisecondsAndNoLocalFiles() {
    String url = "jdbc:mariadb://h/d?allowLocalInfile=true&x=1";
    addTo(url);
    DriverProperties.forbidLocalFiles(properties, url);

    assertThat(properties)
        .containsEntry("connectTimeout", "5000")
        .containsEntry("socketTimeout", "35000")
        .containsEntry("allowLocalInfile", "false")
        .containsEntry("allowLoadLocalInfile", "false");
    assertThat(DriverProperties.withoutLocalFiles(url))
        .isEqualTo("jdbc:mariadb://h/d?allowLocalInfile=false&x=1");
  }

  @Test
  void localFilesAreForbiddenWhereverTheUrlAllowsThem() {
    assertThat(
            DriverProperties.withoutLocalFiles(
                "jdbc:mysql://(host=h,allowLoadLocalInfile=true)/d?allowLoadLocalInfileInPath=/x"))
        .isEqualTo(
            "jdbc:mysql://(host=h,allowLoadLocalInfile=false)/d?allowLoadLocalInfileInPath=");
  }

  @Test
  void otherUrlsAreLeftAlone() {
    String url = "jdbc:postgresql://h/d?allowLocalInfile=true";

    assertThat(DriverProperties.withoutLocalFiles(url)).isEqualTo(url);
  }

  @Test
  void settingsAreTakenOutWithTheirEscapedSemicolons() {
    assertThat(
            JdbcUrl.withoutSettings(
                "jdbc:h2:mem:d;init=CREATE TABLE a(b INT)\\;DELETE FROM c;MODE=Oracle;IFEXISTS=FALSE",
                Arrays.asList("INIT", "IFEXISTS")))
        .isEqualTo("jdbc:h2:mem:d;MODE=Oracle");
  }

  private void addTo(String url) {
    new DriverProperties(TargetSettings.of(url).build()).addTimeouts(properties, url);
  }
}
