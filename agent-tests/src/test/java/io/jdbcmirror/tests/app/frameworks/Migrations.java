package io.jdbcmirror.tests.app.frameworks;

import java.sql.Connection;
import javax.sql.DataSource;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import org.flywaydb.core.Flyway;

/** Tools that bring a schema to its newest version. */
final class Migrations {
  private Migrations() {}

  static void flyway(DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:migrations/flyway")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  static void liquibase(DataSource dataSource) throws Exception {
    System.setProperty("liquibase.analytics.enabled", "false");
    try (Connection connection = dataSource.getConnection()) {
      Database database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      new CommandScope(UpdateCommandStep.COMMAND_NAME)
          .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
          .addArgumentValue(
              UpdateCommandStep.CHANGELOG_FILE_ARG, "migrations/liquibase/changes.sql")
          .execute();
    }
  }
}
