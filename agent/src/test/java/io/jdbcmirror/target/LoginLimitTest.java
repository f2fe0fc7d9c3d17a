package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.support.AgentThread;
import io.jdbcmirror.support.AgentThreads;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
  private static final long ENDLESS = TimeUnit.MINUTES.toMillis(10);

  private final LoginLimit limit = new LoginLimit();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Connection connection =
      (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("close");
                closed.countDown();
                return null;
              });

  @Test
  void theConnectionIsMadeOnAThreadOfTheAgents() throws Exception {
    boolean[] ours = new boolean[1];
    Connection made =
        limit.connect(
            () -> {
              ours[0] = AgentThread.isCurrent();
              return connection;
            },
            ENDLESS);

    assertThat(made).isSameAs(connection);
    assertThat(ours[0]).isTrue();
  }

  @Test
  void theDriversOwnErrorComesThrough() {
    SQLException refused = new SQLException("refused", "08001");
    RuntimeException broken = new IllegalStateException();

    assertThatThrownBy(() -> limit.connect(() -> fail(refused), ENDLESS)).isSameAs(refused);
    assertThatThrownBy(() -> limit.connect(() -> fail(broken), ENDLESS))
        .isInstanceOf(SQLException.class)
        .hasCause(broken);
  }

  @Test
  void aConnectionThatComesTooLateIsClosed() throws Exception {
    assertThatThrownBy(() -> limit.connect(this::late, 500)).hasMessageContaining("limit");

    goOn.countDown();
    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void attemptsThatHangAreBounded() throws Exception {
    CountDownLatch hanging = new CountDownLatch(LoginLimit.MAX_HANGING);
    for (int i = 0; i < LoginLimit.MAX_HANGING; i++) {
      AgentThreads.start("attempt", () -> attempt(hanging));
    }
    assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> limit.connect(() -> connection, ENDLESS))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("still hang");
  }

  @AfterEach
  void endThoseThatHang() {
    goOn.countDown();
  }

  private void attempt(CountDownLatch hanging) {
    try {
      limit.connect(
          () -> {
            hanging.countDown();
            return late();
          },
          ENDLESS);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Connection late() throws InterruptedException {
    goOn.await();
    return connection;
  }

  private static Connection fail(Exception failure) throws Exception {
    throw failure;
  }
}
