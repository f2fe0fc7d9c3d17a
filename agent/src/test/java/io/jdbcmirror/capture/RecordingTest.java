package io.jdbcmirror.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.StreamContent;
import io.jdbcmirror.traffic.TrafficQueue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private final TrafficQueue queue = new TrafficQueue(1, 1, 20_000);
  private final WaitingBytes waiting = new WaitingBytes(queue);
  private final Recording recording = new Recording(false, waiting, 10_000);
  private final InputStream stream =
      new RecordingInputStream(new ByteArrayInputStream("content".getBytes(US_ASCII)), recording);

  @AfterEach
  void holdsNothingInTheEnd() {
    assertThat(queue.bytes()).isZero();
  }

  @Test
  void whatIsReadAtTheSetterIsThereWhenItReturns() throws Exception {
    stream.readAllBytes();

    assertThat(text(recording.bound(StreamContent.UNKNOWN))).isEqualTo("content");
  }

  @Test
  void whatIsReadAtTheExecutionIsThereAfterIt() throws Exception {
    assertThat(recording.bound(7)).isSameAs(recording);
    recording.use();
    assertThat(recording.atExecution()).isSameAs(recording);
    assertThat(stream.read(new byte[7])).isEqualTo(7);

    assertThat(text(recording.afterExecution())).isEqualTo("content");
  }

  @Test
  void singleReadsAreRecordedToo() throws Exception {
    while (stream.read() >= 0) {}

    assertThat(text(recording.bound(StreamContent.UNKNOWN))).isEqualTo("content");
  }

  @Test
  void charactersAreRecordedAsSuch() throws Exception {
    Recording ofText = new Recording(true, waiting, 10_000);
    new RecordingReader(new StringReader("\u00e9\ud83d\ude00"), ofText)
        .transferTo(new StringWriter());

    StreamContent content = (StreamContent) ofText.bound(StreamContent.UNKNOWN);
    assertThat(content.length()).isEqualTo(3);
    assertThat(read(content)).isEqualTo("\u00e9\ud83d\ude00");
  }

  @Test
  void anIncompleteRecordIsNotCaptured() throws Exception {
    assertThat(recording.bound(7)).isSameAs(recording);
    recording.use();
    recording.atExecution();
    stream.readNBytes(6);

    assertThat(recording.afterExecution()).isSameAs(Copies.NOT_CAPTURED);
  }

  @Test
  void someAtTheSetterAndSomeLaterIsNotCaptured() throws Exception {
    stream.readNBytes(3);
    recording.bound(7);
    recording.use();

    assertThat(recording.atExecution()).isSameAs(Copies.NOT_CAPTURED);
  }

  @Test
  void whatIsSkippedOrReadAgainIsNotCaptured() throws Exception {
    stream.skip(1);
    stream.readAllBytes();
    assertThat(recording.bound(StreamContent.UNKNOWN)).isSameAs(recording);
    recording.use();
    assertThat(recording.atExecution()).isSameAs(Copies.NOT_CAPTURED);

    Recording other = new Recording(false, waiting, 10_000);
    InputStream reset = new RecordingInputStream(new ByteArrayInputStream(new byte[3]), other);
    reset.mark(9);
    reset.readAllBytes();
    reset.reset();
    other.bound(StreamContent.UNKNOWN);
    other.use();
    assertThat(other.atExecution()).isSameAs(Copies.NOT_CAPTURED);
  }

  @Test
  void aStreamForTwoRowsIsNotCaptured() {
    recording.bound(StreamContent.UNKNOWN);
    recording.use();
    recording.use();

    assertThat(recording.atExecution()).isSameAs(Copies.NOT_CAPTURED);
  }

  @Test
  void whatIsReadByAnExecutionThatIsNotRecordedIsNotHeld() throws Exception {
    recording.bound(StreamContent.UNKNOWN);
    stream.readAllBytes();
    assertThat(queue.bytes()).isZero();
    recording.use();

    assertThat(recording.atExecution()).isSameAs(Copies.NOT_CAPTURED);
  }

  @Test
  void beyondTheBoundNothingIsHeld() throws Exception {
    Recording bounded = new Recording(false, waiting, 9_999);
    read(10_000, bounded);
    assertThat(queue.bytes()).isZero();
    assertThat(bounded.reason()).isEqualTo(Outcome.PARAMETERS_NOT_CAPTURED);

    Recording wholeQueue = new Recording(false, waiting, 1_000_000);
    read(20_001, wholeQueue);
    assertThat(wholeQueue.reason()).isEqualTo(Outcome.QUEUE_BYTES);
  }

  @Test
  void whatIsHeldCountsWhileItIsHeld() throws Exception {
    read(9_000, recording);

    assertThat(queue.bytes()).isBetween(9_000L, 18_000L);
    recording.bound(StreamContent.UNKNOWN);
  }

  @Test
  void anExceptionOfTheStreamIsPassedOn() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }
        };
    InputStream recorded = new RecordingInputStream(failing, recording);

    assertThat(catchMessage(recorded)).isEqualTo("broken");
    assertThat(recording.bound(1)).isSameAs(recording);
    recording.use();
    assertThat(recording.atExecution()).isSameAs(Copies.NOT_CAPTURED);
  }

  private static String catchMessage(InputStream stream) {
    try {
      stream.read(new byte[5]);
      return "";
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static void read(int bytes, Recording into) throws IOException {
    new RecordingInputStream(new ByteArrayInputStream(new byte[bytes]), into).readAllBytes();
  }

  private static String read(StreamContent content) throws IOException {
    StringWriter text = new StringWriter();
    content.reader().transferTo(text);
    return text.toString();
  }

  private static String text(Object content) throws IOException {
    return new String(((StreamContent) content).stream().readAllBytes(), US_ASCII);
  }
}
