package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.TrafficQueue;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CopyDataTest {
  private final TrafficQueue queue = new TrafficQueue(1, 1, 100_000);
  private final CopyData data = newData(60_000);

  private CopyData newData(long maxBytes) {
    return new CopyData(new BoundedBytes(new WaitingBytes(queue), maxBytes));
  }

  @Test
  void keepsWhatIsWrittenInOrderWhateverTheSizes() {
    Random random = new Random(1);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    for (int i = 0; i < 40; i++) {
      byte[] bytes = new byte[random.nextInt(i % 10 == 0 ? 9_000 : 30)];
      random.nextBytes(bytes);
      data.write(bytes, bytes.length / 3, bytes.length - bytes.length / 3);
      written.write(bytes, bytes.length / 3, bytes.length - bytes.length / 3);
      Arrays.fill(bytes, (byte) 0); // the application's own array
    }

    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    data.take().forEach(chunk -> kept.write(chunk, 0, chunk.length));
    assertThat(kept.toByteArray()).isEqualTo(written.toByteArray());
    assertThat(data.taint()).isNull();
    assertThat(queue.bytes()).isPositive();

    data.release();
    assertThat(queue.bytes()).isZero();
  }

  @Test
  void whatIsLargerThanATransactionIsGivenUpAndHoldsNothing() {
    data.write(new byte[50_000], 0, 50_000);
    data.write(new byte[20_000], 0, 20_000);
    data.write(new byte[10], 0, 10);

    assertThat(data.taint()).isEqualTo(Outcome.TRANSACTION_TOO_LARGE);
    assertThat(data.take()).isEmpty();
    assertThat(queue.bytes()).isZero();
  }

  @Test
  void whatTheQueueHasNoRoomForIsGivenUp() {
    CopyData other = newData(200_000);
    other.write(new byte[70_000], 0, 70_000);
    data.write(new byte[50_000], 0, 50_000);

    assertThat(data.taint()).isEqualTo(Outcome.QUEUE_BYTES);
    assertThat(queue.bytes()).isEqualTo(70_000);
  }
}
