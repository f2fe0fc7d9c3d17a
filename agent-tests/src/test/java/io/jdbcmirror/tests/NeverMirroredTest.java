package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Statements whose effect is outside tables stay on the source, whatever the settings. */
@OnEachVendor
class NeverMirroredTest extends MirrorSuite {
  @TempDir(cleanup = CleanupMode.ALWAYS)
  Path folder;

  NeverMirroredTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createTable() {
    onBothSides("create table t (id int primary key)");
  }

  @Test
  void statementsThatWouldHarmAMirrorAreFiltered() {
    String[] statements =
        switch (vendor) {
          case POSTGRES -> postgresStatements();
          case H2 -> h2Statements();
          case MARIADB -> mariaDbStatements();
        };
    MirroredApp app = mirror();
    app.run(
        scene -> {
          for (String sql : statements) {
            scene.execute("a", sql);
          }
        });

    Metrics metrics = app.drain();
    assertThat(metrics.filtered()).as("%s", metrics).isEqualTo(statements.length);
    assertThat(metrics.requests()).isEqualTo(statements.length);
  }

  @Test
  void theRestOfTheirTransactionIsMirrored() {
    String lock =
        isPostgres()
            ? "select pg_advisory_lock(7)"
            : isMariaDb() ? "do get_lock('x', 1)" : "create user guest password 'x'";
    String unlock =
        isPostgres()
            ? "select pg_advisory_unlock(7)"
            : isMariaDb() ? "do release_lock('x')" : "drop user guest";
    MirroredApp app = mirror();
    app.run(
        scene -> {
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", lock, "insert into t values (1)", unlock);
          scene.connection("a").commit();
        });

    Metrics metrics = app.drain();
    assertThat(metrics.filtered()).isEqualTo(2);
    assertThat(metrics.mirrored()).isOne();
    assertTablesEqual();
  }

  private String[] postgresStatements() {
    return new String[] {
      "select pg_advisory_lock(1)",
      "SELECT pg_try_advisory_lock(2), 1",
      "select pg_advisory_unlock_all()",
      "listen news",
      "NOTIFY news, 'x'",
      "select pg_notify('news', 'y')",
      "/* a comment */ unlisten *",
      "select pg_terminate_backend(0)",
      "select pg_cancel_backend(0)",
      "create user mirrored_guest password 'secret'",
      "alter role mirrored_guest password 'other'",
      "drop user mirrored_guest",
      "copy (select 1) to program 'cat > /dev/null'"
    };
  }

  private String[] mariaDbStatements() {
    return new String[] {
      "select get_lock('news', 1)",
      "DO release_lock('news')",
      "set @@global.max_connect_errors = 100",
      "SET sort_buffer_size = 262144, GLOBAL max_connect_errors = 100",
      "/*! flush tables */",
      "lock table t write",
      "unlock tables",
      "create user guest identified by 'secret'",
      "drop user guest"
    };
  }

  private String[] h2Statements() {
    return new String[] {
      "create user guest password 'secret'",
      "alter user guest set password 'other'",
      "drop user guest",
      "script to '" + folder.resolve("script.sql") + "'",
      "backup to '" + folder.resolve("backup.zip") + "'",
      "call csvwrite('" + folder.resolve("t.csv") + "', 'select 1')",
      "select * from csvread('" + folder.resolve("t.csv") + "')"
    };
  }
}
