package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.CatalogueLoad;
import io.jdbcmirror.tests.fixture.DigestList;
import io.jdbcmirror.tests.fixture.DigestList.Digest;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Under load on PostgreSQL: what is planted on the target is named and nothing else, and of a true
 * copy nothing is. {@code -Djdbcmirror.test.seconds=30} says how long each run takes, {@code
 * -Djdbcmirror.test.runs=20} how many of a true copy there are.
 */
class PlantedLongTest extends MirrorSuite {
  private static final int RUNS = Integer.getInteger("jdbcmirror.test.runs", 2);
  private static final int SECONDS = Integer.getInteger("jdbcmirror.test.seconds", 12);

  PlantedLongTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void createCatalogue() {
    onBothSides(CatalogueLoad.schema());
  }

  private DigestList digests(long seed) {
    int seconds = SECONDS;
    MirroredApp app = apps.script(source, target).set("compare.results", "checksum").start();
    int rounds = app.ask(scene -> CatalogueLoad.run(scene, seconds, seed));
    Metrics metrics = app.compared();
    DigestList digests = DigestList.of(app);
    System.out.printf(
        "catalogue, seed %d: %d rounds; differ: %s; slower: %s; faster: %s%n",
        seed,
        rounds,
        digests.texts(digest -> digest.differences() > 0),
        digests.texts(digest -> digest.speed().equals("slower")),
        digests.texts(digest -> digest.speed().equals("faster")));
    assertThat(metrics.dropped()).isZero();
    return digests;
  }

  private static boolean isSlower(Digest digest) {
    return digest.speed().equals("slower");
  }

  @Test
  void whatIsPlantedIsNamedAndNothingElse() {
    target.execute(
        "drop index product_category",
        "alter table review add constraint no_praise check (stars < 5)",
        "update featured set title = 'another' where id = 7",
        "create or replace function discount(product int) returns int language sql"
            + " as 'select product % 10 + 1'");

    DigestList digests = digests(System.nanoTime());
    assertThat(digests.texts(PlantedLongTest::isSlower))
        .as("%s", digests)
        .containsExactly(CatalogueLoad.BY_CATEGORY);
    assertThat(digests.texts(digest -> digest.unexplained() > 0))
        .as("%s", digests)
        .containsExactlyInAnyOrder(
            CatalogueLoad.FEATURED,
            CatalogueLoad.DISCOUNT,
            "insert into review(id, product, stars) values (...)");
  }

  static IntStream runs() {
    return IntStream.rangeClosed(1, RUNS);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void ofATrueCopyNothingIsNamed(int run) {
    DigestList digests = digests(System.nanoTime() + run);
    assertThat(digests.texts(digest -> digest.unexplained() > 0)).as("%s", digests).isEmpty();
    assertThat(digests.texts(PlantedLongTest::isSlower)).as("%s", digests).isEmpty();
  }
}
