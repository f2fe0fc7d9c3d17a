package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.app.Step;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TcpProxy;
import io.jdbcmirror.tests.fixture.Vendor;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The target is away, breaks off or hangs; the application never notices. */
class BrokenTargetTest extends MirrorSuite {
  private TcpProxy proxy;

  BrokenTargetTest() {
    super(Vendor.POSTGRES);
  }

  @BeforeEach
  void putAProxyBeforeTheTarget() {
    onBothSides("create table t (id int)"); // no key: what is applied twice shows
    proxy = apps.closing(new TcpProxy(target.server().port()));
  }

  @Test
  void aTargetThatIsDownAtTheStartIsMirroredToWhenItComesUp() {
    proxy.refuse();
    MirroredApp app = mirrorThroughProxy();
    app.run(transaction(1, 2));
    await().atMost(Duration.ofSeconds(30)).until(() -> app.metrics().errors("connection") > 0);
    assertThat(app.get("/-/healthy").statusCode()).isEqualTo(200);
    assertThat(app.get("/-/ready").statusCode()).isEqualTo(503);
    assertThat(target.count("t")).isZero();

    proxy.accept();
    assertThat(app.drain().mirrored()).isEqualTo(2);
    assertThat(app.get("/-/ready").statusCode()).isEqualTo(200);
    assertTablesEqual();
  }

  @Test
  void aTransactionBrokenOffBeforeItsCommitIsAppliedAgainFromItsStart() {
    MirroredApp app = mirrorThroughProxy();
    app.run(transaction(1, 2));
    app.drain();
    proxy.cutOnce("values (4)", TcpProxy.Cut.AFTER_FORWARDING);
    app.run(transaction(3, 4));

    Metrics metrics = app.drain();
    assertThat(proxy.timesCut()).isOne();
    assertThat(metrics.mirrored()).isEqualTo(4);
    assertThat(metrics.failed()).isZero();
    assertThat(metrics.errors()).isOne();
    assertTablesEqual();
  }

  @Test
  void aTransactionWhoseCommitWasCutOffIsNotRepeatedAndFailed() {
    // Without prepared statements of the server's, which would send COMMIT under another name.
    String url = target.url(proxy) + "?prepareThreshold=0";
    MirroredApp app = apps.script(source, url, target).start();
    app.run(transaction(1, 2));
    app.drain();
    proxy.cutOnce("COMMIT", TcpProxy.Cut.AFTER_FORWARDING);
    app.run(transaction(3, 4));

    Metrics metrics = app.drain();
    assertThat(proxy.timesCut()).isOne();
    assertThat(metrics.failed()).isEqualTo(2);
    assertThat(metrics.mirrored()).isEqualTo(2);
    assertThat(metrics.errors()).isOne();
    app.run(transaction(5, 6));
    assertThat(app.drain().mirrored()).isEqualTo(4);
    assertThat(target.rows("select count(*) from t where id in (3, 4)"))
        .first()
        .isIn("0", "2"); // at most once, and whole
    assertThat(target.rows("select id from t where id > 4 order by id")).containsExactly("5", "6");
  }

  @Test
  void aTargetThatHangsTimesOutAndTheApplicationGoesOn() {
    MirroredApp app = limitedToSeconds().start();
    app.run(transaction(1, 2));
    app.drain();
    proxy.stall();
    app.run(transaction(3, 4));
    assertThat(source.count("t")).isEqualTo(4);
    await().atMost(Duration.ofSeconds(60)).until(() -> app.metrics().errors() > 0);

    proxy.resume();
    proxy.cut();
    app.run(transaction(5, 6));
    app.drain();
    assertThat(target.rows("select id from t where id in (1, 2, 5, 6) order by id"))
        .containsExactly("1", "2", "5", "6");
    assertThat(target.rows("select id from t group by id having count(*) > 1")).isEmpty();
  }

  @Test
  void aLoginThatComesAByteASecondIsGivenUp() {
    proxy.trickle();
    MirroredApp app = limitedToSeconds().start();
    app.run(transaction(1, 2));
    await().atMost(Duration.ofSeconds(60)).until(() -> app.metrics().errors("connection") >= 2);

    proxy.resume();
    assertThat(app.drain().mirrored()).isEqualTo(2);
    assertTablesEqual();
  }

  @Test
  void answersThatComeAByteASecondAreGivenUp() {
    MirroredApp app = limitedToSeconds().start();
    app.run(transaction(1, 2));
    app.drain();
    proxy.trickle();
    app.run(transaction(3, 4));
    assertThat(source.count("t")).isEqualTo(4);
    await().atMost(Duration.ofSeconds(60)).until(() -> app.metrics().errors() > 0);

    proxy.resume();
    Metrics metrics = app.drain();
    assertThat(metrics.mirrored() + metrics.failed()).isEqualTo(4);
    assertThat(target.rows("select id from t group by id having count(*) > 1")).isEmpty();
    // A commit whose answer has not come may stand although it is counted as failed.
    assertThat(target.count("t")).isBetween(metrics.mirrored(), 4L);
  }

  @Test
  void aSlowStatementOnTheTargetIsATimeout() {
    MirroredApp app = apps.script(source, target).set("target.statement-timeout", "1s").start();
    target.execute(
        "create function wait() returns trigger language plpgsql as"
            + " $$ begin perform pg_sleep(30); return new; end $$",
        "create trigger slow before insert on t for each row execute function wait()");
    app.run(scene -> scene.execute("a", "insert into t values (1)"));

    Metrics metrics = app.drain();
    assertThat(metrics.failed()).isOne();
    assertThat(metrics.errors("timeout")).isOne();
    assertThat(metrics.count("mirror_errors_timeout_total")).isOne();
  }

  private Apps.Starter limitedToSeconds() {
    return apps.script(source, target.url(proxy), target)
        .set("target.statement-timeout", "1s")
        .set("target.connect-timeout", "1s");
  }

  private MirroredApp mirrorThroughProxy() {
    return apps.script(source, target.url(proxy), target).start();
  }

  private static Step transaction(int first, int second) {
    return scene -> {
      scene.connection("a").setAutoCommit(false);
      scene.execute("a", "insert into t values (" + first + ")");
      scene.execute("a", "insert into t values (" + second + ")");
      scene.connection("a").commit();
    };
  }
}
