package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.MixedWork;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.StatementLog;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The servers' own logs say that the target has run what the source has committed. */
@ParameterizedClass(name = "{0}")
@EnumSource(
    value = Vendor.class,
    names = {"POSTGRES", "MARIADB"})
class ServerLogTest extends MirrorSuite {
  ServerLogTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void bothLogsHoldTheSameCommittedStatementsInTheSameOrder() {
    onBothSides("create table w (id int primary key, v varchar(40))");
    try (StatementLog sourceLog = StatementLog.of(source);
        StatementLog targetLog = StatementLog.of(target)) {
      // A batch of statements that commit by themselves is one transaction in the target's log.
      MirroredApp app = apps.script(source, target).set("mirror.batches", "false").start();
      for (long seed = 1; seed <= 3; seed++) {
        long each = seed * 10;
        app.run(
            scene -> {
              scene.execute("clean", "delete from w");
              MixedWork.run(scene, each, 4, 40);
            });
      }
      assertThat(app.drain().failed()).isZero();

      StatementLog.assertSame(sourceLog, targetLog);
      assertThat(sourceLog.committed()).hasSize(13);
    }
    assertTablesEqual();
  }
}
