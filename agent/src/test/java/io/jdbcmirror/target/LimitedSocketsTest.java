package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.bootstrap.AnswerTooLargeException;
import io.jdbcmirror.bootstrap.LimitedSockets;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitedSocketsTest {
  private static final int LIMIT = 100;

  @AfterEach
  void limitNothing() {
    LimitedSockets.limit(Long.MAX_VALUE);
  }

  @Test
  void anAnswerIsReadUpToItsLimitAndEndsWithWhatIsSentNext() throws Exception {
    LimitedSockets.limit(LIMIT);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(0, 1, loopback);
        Socket client = new LimitedSockets().createSocket(loopback, listener.getLocalPort());
        Socket server = listener.accept()) {
      server.getOutputStream().write(new byte[3 * LIMIT]);
      byte[] buffer = new byte[LIMIT - 1];
      client.getInputStream().readNBytes(buffer, 0, buffer.length);
      assertThat(client.getInputStream().read()).isZero();

      client.getOutputStream().write(1);
      assertThat(client.getInputStream().readNBytes(LIMIT)).hasSize(LIMIT);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(AnswerTooLargeException.class);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void theClassifierKnowsItWhereverTheDriverHasPutIt() throws Exception {
    SQLException other = new SQLException("other", "08006", new java.io.IOException());
    assertThat(ErrorClassifier.isTooLarge(other)).isFalse();

    LimitedSockets.limit(0);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket listener = new ServerSocket(0, 1, loopback);
        Socket client = new LimitedSockets().createSocket("127.0.0.1", listener.getLocalPort())) {
      assertThatThrownBy(() -> client.getInputStream().read())
          .satisfies(e -> assertThat(ErrorClassifier.isTooLarge(e)).isTrue())
          .satisfies(
              e -> {
                SQLException wrapped = new SQLException("io", "08006", e);
                assertThat(ErrorClassifier.isTooLarge(wrapped)).isTrue();
              });
    }
  }
}
