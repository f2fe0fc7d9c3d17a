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
    SwitchedOff.addTo(properties, url);

    assertThat(properties)
        .containsEntry("connectTimeout", "5000")
        .containsEntry("socketTimeout", "35000")
        .containsEntry("allowLocalInfile", "false")
        .containsEntry("allowLoadLocalInfile", "false");
    assertThat(SwitchedOff.in(url)).isEqualTo("jdbc:mariadb://h/d?allowLocalInfile=false&x=1");
  }

  @Test
  void localFilesAreForbiddenWhereverTheUrlAllowsThem() {
    assertThat(
            SwitchedOff.in(
                "jdbc:mysql://(host=h,allowLoadLocalInfile=true)/d?allowLoadLocalInfileInPath=/x"))
        .isEqualTo(
            "jdbc:mysql://(host=h,allowLoadLocalInfile=false)/d?allowLoadLocalInfileInPath=");
  }

  /** With it a batch whose keys are asked for goes in bulk, too (driver source, 4.0.0). */
  @Test
  void mariadbSendsNoBatchInBulkByItself() {
    SwitchedOff.addTo(properties, "jdbc:mariadb://h/d");
    assertThat(properties).containsEntry("enableBulkUnitResult", "false");
    assertThat(SwitchedOff.in("jdbc:mariadb://h/d?enableBulkUnitResult=true"))
        .isEqualTo("jdbc:mariadb://h/d?enableBulkUnitResult=false");
  }

  @Test
  void nothingIsDoneAtTheServersWishOrShownOnTheWay() {
    String url = "jdbc:mysql://h/d?autoDeserialize=true&profileSQL=TRUE&permitRedirect=true&x=1";
    SwitchedOff.addTo(properties, url);

    assertThat(properties)
        .containsEntry("autoDeserialize", "false")
        .containsEntry("permitRedirect", "false");
    assertThat(SwitchedOff.in(url))
        .isEqualTo(
            "jdbc:mysql://h/d?autoDeserialize=false&profileSQL=false&permitRedirect=false&x=1");
    assertThat(SwitchedOff.in("jdbc:postgresql://h/d?loggerLevel=TRACE&ssl=true"))
        .isEqualTo("jdbc:postgresql://h/d?loggerLevel=OFF&ssl=true");
    assertThat(SwitchedOff.in("jdbc:h2:tcp://h/d;TRACE_LEVEL_SYSTEM_OUT=3;MODE=MySQL"))
        .isEqualTo("jdbc:h2:tcp://h/d;MODE=MySQL");
  }

  @Test
  void answersAreBoundedUnlessTheUrlHasItsOwnSockets() {
    limitAnswers("jdbc:postgresql://h/d");
    assertThat(properties)
        .containsEntry("socketFactory", "io.jdbcmirror.bootstrap.LimitedSockets")
        .containsEntry("maxResultBuffer", String.valueOf(32 << 20));

    properties.clear();
    limitAnswers("jdbc:mariadb://h/d?socketFactory=com.google.cloud.sql.mariadb.SocketFactory");
    assertThat(properties).isEmpty();
    limitAnswers("jdbc:h2:tcp://h/d");
    assertThat(properties).isEmpty();
  }

  @Test
  void hostsAreCountedBeforeTheParameters() {
    assertThat(JdbcUrl.hosts("jdbc:postgresql://h/d?currentSchema=a,b")).isOne();
    assertThat(JdbcUrl.hosts("jdbc:postgresql://h:1,i:2/d")).isEqualTo(2);
    assertThat(JdbcUrl.hosts("jdbc:oracle:thin:@(ADDRESS=(HOST=a))(ADDRESS=(HOST=b))"))
        .isGreaterThanOrEqualTo(2);
  }

  private void limitAnswers(String url) {
    new DriverProperties(TargetSettings.of(url).build()).limitAnswers(properties, url);
  }

  @Test
  void otherUrlsAreLeftAlone() {
    String url = "jdbc:postgresql://h/d?allowLocalInfile=true";

    assertThat(SwitchedOff.in(url)).isEqualTo(url);
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
