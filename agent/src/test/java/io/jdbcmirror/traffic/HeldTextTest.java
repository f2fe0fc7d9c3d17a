package io.jdbcmirror.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.StatementText.Form;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long text of a prepared statement counts once in the byte bound, while a request holds it. */
class HeldTextTest {
  private static final String LONG = "x".repeat(1_000);

  private final TrafficQueue queue = new TrafficQueue(1, 10, 3_000);

  @Test
  void countsOnceForAllItsRequests() {
    Request request = request(Form.PREPARED, LONG);
    assertThat(queue.hold(request.statement())).isTrue();
    long once = queue.bytes();
    assertThat(queue.hold(request.statement())).isTrue();
    assertThat(queue.bytes()).isEqualTo(once).isGreaterThan(2_000);

    queue.letGo(List.of(request));
    assertThat(queue.bytes()).isEqualTo(once);
    queue.letGo(List.of(request));
    assertThat(queue.bytes()).isZero();
  }

  @Test
  void isRefusedOverTheBound() {
    assertThat(queue.hold(request(Form.PREPARED, LONG).statement())).isTrue();
    long held = queue.bytes();
    Request other = request(Form.CALLABLE, LONG);
    assertThat(queue.hold(other.statement())).isFalse();
    assertThat(queue.bytes()).isEqualTo(held);
  }

  @Test
  void plainAndShortTextsCountWithTheirRequests() {
    assertThat(queue.hold(request(Form.PLAIN, LONG).statement())).isTrue();
    assertThat(queue.hold(request(Form.PREPARED, "select 1").statement())).isTrue();
    assertThat(queue.bytes()).isZero();
  }

  @Test
  void isGivenBackWithItsTransaction() {
    Request request = request(Form.PREPARED, LONG);
    queue.hold(request.statement());
    Transaction transaction =
        new Transaction(null, true, Collections.emptyList(), List.of(request), 0);
    queue.giveBack(transaction);
    assertThat(queue.bytes()).isZero();
  }

  private static Request request(Form form, String sql) {
    return Request.of(new StatementText(form, sql, null), Call.EXECUTE).build();
  }
}
