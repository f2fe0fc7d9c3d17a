package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.frameworks.Framework;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A small program of each framework, one after the other in one application. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRES"})
class FrameworkTest extends MirrorSuite {
  FrameworkTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void whatFrameworksExecuteArrivesAndIsCounted() {
    MirroredApp app = apps.script(source, target).with(ClassPath.frameworks()).start();
    long before = 0;
    for (Framework framework : Framework.values()) {
      String name = framework.name();
      int executed =
          app.ask(
              scene -> {
                try (var pool = scene.pool(4)) {
                  return Framework.valueOf(name).run(pool);
                }
              });
      Metrics metrics = app.drain();
      assertThat(metrics.requests() - before).as(name).isEqualTo(executed);
      assertThat(metrics.failed()).as(name).isZero();
      assertThat(metrics.dropped()).as(name).isZero();
      assertThat(metrics.discarded("unsupported")).as(name).isZero();
      assertThat(metrics.discarded("parameters_not_captured")).as(name).isZero();
      assertThat(metrics.count(GeneratedKeysTest.METRIC, "result", "unsupported"))
          .as(name)
          .isZero();
      assertThat(metrics.count(GeneratedKeysTest.METRIC, "result", "set")).as(name).isPositive();
      before = metrics.requests();
    }
    assertHistoriesEqualButForTheirTimes();
    assertTablesEqual();
  }

  private void assertHistoriesEqualButForTheirTimes() {
    for (String history :
        List.of(
            "select \"installed_rank\", \"version\", \"checksum\", \"success\""
                + " from \"flyway_schema_history\" order by 1",
            "select id, author, orderexecuted, md5sum from databasechangelog order by 3")) {
      assertThat(target.rows(history)).isEqualTo(source.rows(history)).hasSizeGreaterThan(1);
    }
    onBothSides(
        "drop table \"flyway_schema_history\"",
        "drop table databasechangelog",
        "drop table databasechangeloglock");
  }
}
