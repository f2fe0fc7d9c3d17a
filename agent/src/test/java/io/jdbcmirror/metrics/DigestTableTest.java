package io.jdbcmirror.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTableTest {
  private static final int MAX = 10;
  private static final Comparison DIFFERENCE =
      Comparison.difference(Verdict.RESULT, Attribution.UNEXPLAINED);

  private final AtomicLong nowMillis = new AtomicLong(1_000);
  private final ComparisonTally all = new ComparisonTally();
  private final DigestTable table = new DigestTable("shop", MAX, all, nowMillis::get);

  @Test
  void bothSidesAreCountedByDigest() {
    table.mirrored(name("a"), 2_000_000, 3_000_000);
    table.mirrored(name("a"), 4_000_000, 5_000_000);
    nowMillis.set(2_000);
    table.mirrored(name("b"), 7_000_000, 7_000_000);

    DigestTotals a = totals("a");
    assertThat(a.database()).isEqualTo("shop");
    assertThat(a.name().text()).isEqualTo("select a");
    assertThat(a.source().count()).isEqualTo(2);
    assertThat(a.target().count()).isEqualTo(2);
    assertThat(a.source().maxMicros()).isBetween(4_000L, 4_040L);
    assertThat(a.target().median().estimateMicros()).isBetween(2_970L, 3_030L);
    assertThat(a.target().p99().estimateMicros()).isBetween(4_950L, 5_050L);
    assertThat(a.lastSeenMillis()).isEqualTo(1_000);
    assertThat(totals("b").lastSeenMillis()).isEqualTo(2_000);
    assertThat(table.totals()).hasSize(2);
    assertThat(table.detail("none")).isNull();
    assertThat(table.detail("other")).isNull();
  }

  @Test
  void errorsAreCountedByTypeAndState() {
    table.mirrored(name("a"), 1, 1);
    table.failed(name("a"), ErrorType.QUERY, "42P01");
    table.failed(name("a"), ErrorType.QUERY, "42P01");
    table.failed(name("a"), ErrorType.TIMEOUT, "57014");

    assertThat(totals("a").errors())
        .containsOnly(
            entry(DigestError.of(ErrorType.QUERY, "42P01"), 2L),
            entry(DigestError.of(ErrorType.TIMEOUT, "57014"), 1L));
    assertThat(totals("a").errorCount()).isEqualTo(3);
    assertThat(totals("a").calls()).isEqualTo(4);
  }

  @Test
  void aTargetThatMakesUpStatesCostsTwentyOfThem() {
    for (int i = 0; i < 1_000; i++) {
      table.failed(name("a"), ErrorType.QUERY, String.format("%05d", i));
    }
    assertThat(totals("a").errors()).hasSize(21).containsEntry(other(), 980L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4200", "420001", "42p01", "42 01", "s3cret", "<b>xx", "٤٢٠٠٠"})
  void whatIsNoStateIsNotKept(String text) {
    table.failed(name("a"), ErrorType.QUERY, text);
    assertThat(totals("a").errors()).containsOnlyKeys(other());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "")
  void anErrorNeedsNoState(String text) {
    table.failed(name("a"), ErrorType.IO, text);
    assertThat(totals("a").errors().keySet())
        .singleElement()
        .hasToString(ErrorType.IO.label() + " none");
  }

  private static DigestError other() {
    return DigestError.other(ErrorType.QUERY);
  }

  @Test
  void aComparisonCountsForTheDigestAndForTheDatabase() {
    table.compared(name("a"), Comparison.match());
    nowMillis.set(5_000);
    table.compared(name("a"), DIFFERENCE);
    nowMillis.set(6_000);
    table.compared(name("a"), Comparison.difference(Verdict.ROW_COUNT, Attribution.CONCURRENT));

    DigestTotals a = totals("a");
    assertThat(a.comparisons().differences()).isEqualTo(2);
    assertThat(a.comparisons().verdict(Verdict.MATCH)).isEqualTo(1);
    assertThat(a.firstDifference().atMillis()).isEqualTo(5_000);
    assertThat(a.firstDifference().verdict()).isEqualTo(Verdict.RESULT);
    assertThat(a.firstDifference().attribution()).isEqualTo(Attribution.UNEXPLAINED);
    assertThat(all.totals().differences()).isEqualTo(2);
    assertThat(all.totals().verdict(Verdict.MATCH)).isEqualTo(1);
  }

  @Test
  void theFirstFiveCallSitesAreKept() {
    for (int i = 0; i < 100; i++) {
      table.callSite(name("a"), "Shop.order" + i % 20 + "(Shop.java:" + i % 20 + ")");
    }
    assertThat(totals("a").callSites())
        .hasSize(6)
        .containsEntry("Shop.order3(Shop.java:3)", 5L)
        .containsEntry("other", 75L);
  }

  @Test
  void theLeastRecentlyUsedIsMergedIntoOther() {
    for (int i = 0; i < MAX; i++) {
      table.mirrored(name("d" + i), 1_000_000, 2_000_000);
    }
    table.compared(name("d1"), DIFFERENCE);
    table.failed(name("d1"), ErrorType.QUERY, "42P01");
    table.callSite(name("d1"), "Shop.order(Shop.java:7)");
    touchAllBut("d1");
    nowMillis.set(9_000);
    table.mirrored(name("one more"), 1, 1);

    assertThat(ids()).hasSize(MAX + 1).contains("d0", "one more", "other").doesNotContain("d1");
    DigestTotals other = totals("other");
    assertThat(other.source().count()).isEqualTo(1);
    assertThat(other.target().maxMicros()).isBetween(2_000L, 2_020L);
    assertThat(other.errors()).containsValue(1L);
    assertThat(other.comparisons().differences()).isEqualTo(1);
    assertThat(other.callSites()).containsEntry("Shop.order(Shop.java:7)", 1L);
    assertThat(other.firstDifference().atMillis()).isEqualTo(1_000);
    assertThat(other.lastSeenMillis()).isEqualTo(1_000);
  }

  private void touchAllBut(String id) {
    for (int i = 0; i < MAX; i++) {
      if (!id.equals("d" + i)) {
        table.mirrored(name("d" + i), 1, 1);
      }
    }
  }

  @Test
  void whateverIsMergedNothingIsLost() {
    Random random = new Random(4711);
    long errors = 0;
    for (int i = 0; i < 10_000; i++) {
      DigestName name = name("d" + (int) Math.abs(random.nextGaussian() * 2 * MAX));
      table.mirrored(name, random.nextInt(1 << 30), random.nextInt(1 << 30));
      table.compared(name, random.nextInt(3) == 0 ? DIFFERENCE : Comparison.match());
      if (random.nextInt(10) == 0) {
        table.failed(name, ErrorType.QUERY, "4200" + random.nextInt(10));
        errors++;
      }
    }
    assertThat(table.totals()).hasSize(MAX + 1);
    assertThat(sum(digest -> digest.source().count())).isEqualTo(10_000);
    assertThat(sum(digest -> digest.target().count())).isEqualTo(10_000);
    assertThat(sum(DigestTotals::errorCount)).isEqualTo(errors);
    assertThat(sum(digest -> digest.comparisons().differences()))
        .isEqualTo(all.totals().differences());
    assertThat(sum(digest -> digest.comparisons().verdict(Verdict.MATCH)))
        .isEqualTo(all.totals().verdict(Verdict.MATCH));
  }

  /** While four threads push each other's digests out, no reader misses one or sees one twice. */
  @Test
  void readersSeeEachRequestOnce() throws Exception {
    AtomicLong begun = new AtomicLong();
    AtomicLong done = new AtomicLong();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Random random = new Random(i);
      writers.add(new Thread(() -> write(random, begun, done)));
    }
    writers.forEach(Thread::start);
    int reads = 0;
    while (writers.get(0).isAlive()) {
      long atLeast = done.get();
      long seen = sum(digest -> digest.target().count());
      assertThat(seen).isBetween(atLeast, begun.get());
      reads++;
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(reads).isPositive();
    assertThat(sum(digest -> digest.target().count())).isEqualTo(4 * 10_000L);
    assertThat(table.totals()).hasSize(MAX + 1);
  }

  private void write(Random random, AtomicLong begun, AtomicLong done) {
    for (int i = 0; i < 10_000; i++) {
      begun.incrementAndGet();
      table.mirrored(name("d" + random.nextInt(3 * MAX)), random.nextInt(), random.nextInt());
      done.incrementAndGet();
    }
  }

  @Test
  void longTextsAndManyTablesAreCut() {
    String large = "x".repeat(100_000);
    List<String> tables = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tables.add(i == 7 ? large : "t" + i);
    }
    DigestName name = new DigestName("id", large, large, tables);
    assertThat(name.text()).hasSize(2_000).endsWith("x...");
    assertThat(name.verb()).hasSize(200);
    assertThat(name.tables()).hasSize(20).contains("t0", "t19");
    assertThat(name.tables().get(7)).hasSize(200);
    table.callSite(name, large);
    assertThat(totals("id").callSites().keySet()).singleElement().asString().hasSize(500);
  }

  private List<String> ids() {
    return table.totals().stream().map(digest -> digest.name().id()).toList();
  }

  private long sum(ToLongFunction<DigestTotals> value) {
    return table.totals().stream().mapToLong(value).sum();
  }

  private DigestTotals totals(String id) {
    return table.detail(id).totals();
  }

  private static DigestName name(String id) {
    return new DigestName(id, "select " + id, "select", List.of("t"));
  }
}
