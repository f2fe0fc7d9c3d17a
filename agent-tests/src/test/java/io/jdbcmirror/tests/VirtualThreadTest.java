package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.jdbcmirror.tests.app.VirtualThreads;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TestJava;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

// https://github.com/open-telemetry/opentelemetry-java-instrumentation/pull/17847
class VirtualThreadTest extends MirrorSuite {
  private static final int THREADS = 10_000;
  private static final int FIRST_JAVA = 21;

  VirtualThreadTest() {
    super(Vendor.POSTGRES);
  }

  @TestFactory
  Stream<DynamicTest> tenThousandOnOneCarrierAreMirroredAndNotPinned() {
    List<TestJava> javas = TestJava.all().filter(java -> java.version() >= FIRST_JAVA).toList();
    assumeFalse(javas.isEmpty(), "no Java with virtual threads: JDBCMIRROR_TEST_JAVAS names none");
    return javas.stream().map(java -> DynamicTest.dynamicTest(java.toString(), () -> run(java)));
  }

  private void run(TestJava java) {
    onBothSides("drop table if exists v", "create table v (id int primary key, name varchar(40))");
    MirroredApp app =
        apps.script(source, target)
            .java(java.executable())
            .set("queue.capacity", "20000")
            .jvm(
                "-Djdk.virtualThreadScheduler.parallelism=1",
                "-Djdk.virtualThreadScheduler.maxPoolSize=1")
            .start();
    int pinned = app.ask(scene -> VirtualThreads.insert(scene, THREADS));
    Metrics metrics = app.drain();

    assertThat(pinned).as("carriers pinned by the agent").isZero();
    assertThat(metrics.dropped() + metrics.failed()).as("%s", metrics).isZero();
    assertThat(target.count("v")).isEqualTo(THREADS);
    assertTablesEqual();
    if (java.version() == FIRST_JAVA) { // later ones do not pin in a monitor
      int seen = app.ask(scene -> VirtualThreads.pinByIntent());
      assertThat(seen).as("pins that the recording sees").isPositive();
    }
    app.exit();
  }
}
