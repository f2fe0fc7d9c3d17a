package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.traffic.Source;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetyGuardTest {
  private final String name = "guard-" + UUID.randomUUID();
  private final TargetSettings settings = TargetSettings.of("jdbc:h2:mem:x").build();
  private final SafetyGuard guard =
      new SafetyGuard(new SourceProbe(settings, new TargetDriver(settings, new LiveDrivers())));

  @Test
  void sameDatabaseIsSeenWhateverItsUrlSays() throws Exception {
    String url = "jdbc:h2:mem:" + name;
    try (Connection application = connect(url, "sa");
        Connection target = connect(url + ";LOCK_TIMEOUT=77", "sa")) {
      assertThat(guard.judge(source(url), target)).isEqualTo(Relation.SAME_DATABASE);
      assertThat(guard.judge(source(url), target)).isEqualTo(Relation.SAME_DATABASE);
      assertThat(application.isClosed()).isFalse();
    }
  }

  @Test
  void otherDatabaseIsDifferent() throws Exception {
    String url = "jdbc:h2:mem:" + name;
    try (Connection application = connect(url, "sa");
        Connection target = connect(url + "-target", "sa")) {
      assertThat(guard.judge(source(url), target)).isEqualTo(Relation.DIFFERENT);
    }
  }

  @Test
  void oneAdministratorIsEnough() throws Exception {
    String url = "jdbc:h2:mem:" + name;
    try (Connection application = connect(url, "sa")) {
      createUser(application);
      try (Connection target = connect(url, "plain")) {
        assertThat(guard.judge(source(url), target)).isEqualTo(Relation.SAME_DATABASE);
      }
      try (Connection target = connect(url, "sa")) {
        assertThat(guard.judge(source(url, "plain"), target)).isEqualTo(Relation.SAME_DATABASE);
      }
    }
  }

  @Test
  void withoutAdministratorMemoryDatabasesAreUnknown() throws Exception {
    String url = "jdbc:h2:mem:" + name;
    try (Connection application = connect(url, "sa");
        Connection other = connect(url + "-target", "sa")) {
      createUser(application);
      createUser(other);
      try (Connection target = connect(url + "-target", "plain")) {
        assertThat(guard.judge(source(url, "plain"), target)).isEqualTo(Relation.UNKNOWN);
      }
    }
  }

  @Test
  void withoutAdministratorFilesTellByTheirPath(@TempDir Path folder) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("a");
    String otherUrl = "jdbc:h2:file:" + folder.resolve("b");
    try (Connection application = connect(url, "sa");
        Connection other = connect(otherUrl, "sa")) {
      createUser(application);
      createUser(other);
      try (Connection target = connect(url, "plain");
          Connection otherTarget = connect(otherUrl, "plain")) {
        assertThat(guard.judge(source(url, "plain"), target)).isEqualTo(Relation.SAME_DATABASE);
        assertThat(guard.judge(source(url, "plain"), otherTarget)).isEqualTo(Relation.DIFFERENT);
      }
    }
  }

  @Test
  void sourceThatIsNotThereIsNotCreated() throws Exception {
    try (Connection target = connect("jdbc:h2:mem:" + name + "-target", "sa")) {
      assertThatThrownBy(() -> guard.judge(source("jdbc:h2:mem:" + name), target))
          .isInstanceOf(SourceUnavailableException.class);
    }
  }

  @Test
  void initOfTheApplicationIsNotRunAgain() throws Exception {
    String url = "jdbc:h2:mem:" + name;
    try (Connection application = connect(url, "sa");
        Connection target = connect(url + "-target", "sa")) {
      Properties properties = properties("sa");
      properties.setProperty("INIT", "CREATE TABLE from_properties(a INT)");
      Source source =
          new Source(
              url + ";INIT=CREATE TABLE one(a INT)\\;CREATE TABLE two(a INT)",
              properties,
              new Driver());

      assertThat(guard.judge(source, target)).isEqualTo(Relation.DIFFERENT);
      assertThat(
              Jdbc.single(
                  application,
                  "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"))
          .isEqualTo("0");
    }
  }

  private static void createUser(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE USER plain PASSWORD ''");
    }
  }

  private static Source source(String url) {
    return source(url, "sa");
  }

  private static Source source(String url, String user) {
    return new Source(url, properties(user), new Driver());
  }

  private static Connection connect(String url, String user) throws SQLException {
    return new Driver().connect(url, properties(user));
  }

  private static Properties properties(String user) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", "");
    return properties;
  }
}
