package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that keep what was rolled back, anywhere on the server: a trigger may write into them. */
class MariaDbBurstTest extends BurstSuite {
  private static final int SOME = 100;

  MariaDbBurstTest() {
    super(Vendor.MARIADB);
  }

  @BeforeEach
  void startTheApplication() {
    start(apps.script(source, target.url(proxy), target));
  }

  /** Or nothing would go in a batch in any other test. */
  @AfterEach
  void dropTheTable() {
    onBothSides("drop table if exists m");
  }

  @Test
  void whileTheServerHasATableOfMyIsamNothingIsMirroredTogether() {
    onBothSides("create table m (id int primary key) engine=MyISAM");
    onBothSides(
        "create trigger noting before insert on t for each row insert into m values (new.id)");
    target.execute("insert into m values (50)");
    Metrics metrics = behind(scene -> insert(scene.connection("a"), 0, SOME, "new"));

    assertThat(batched(metrics)).as("%s", metrics).isZero();
    assertThat(metrics.failed()).isOne();
    assertThat(metrics.mirrored()).isEqualTo(SOME);
    assertThat(target.count("m")).isEqualTo(SOME);
    assertThat(target.count("t")).isEqualTo(SOME); // the first one, and all but the 50
  }

  @Test
  void fromTheMomentOnThatATableOfMyIsamIsMadeNothingIsMirroredTogether() {
    Metrics metrics =
        behind(
            scene -> {
              insert(scene.connection("a"), 0, SOME, "new");
              scene.execute("a", "create table m (id int primary key) engine=MyISAM");
              insert(scene.connection("a"), SOME, 2 * SOME, "later");
            });

    assertAllMatch(metrics, 1 + 2 * SOME + 1);
    assertThat(batched(metrics)).isBetween(2L, (long) SOME);
  }
}
