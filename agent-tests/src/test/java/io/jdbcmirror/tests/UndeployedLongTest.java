package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is queued when an application ends with its driver for good is dropped after a minute. */
class UndeployedLongTest extends UndeployedSuite {
  @Test
  void whatNoDriverComesForIsDroppedAndTheMirrorGoesOn() {
    MirroredApp app = throughProxy().start();
    endWithQueuedWork(app);

    await().atMost(Duration.ofMinutes(2)).until(() -> app.metrics().dropped("shutdown") == 2);
    assertThat(app.stderr()).contains("is dropped: no other came with its", "target.driver-jar");
    deploy(app, "new");
    execute(app, "new", "insert into t values (3)");
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isOne();
    assertThat(metrics.dropped("shutdown")).isEqualTo(2);
    assertThat(target.rows("select id from t")).containsExactly("3");
  }
}
