package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.traffic.Session;
import io.jdbcmirror.traffic.Source;
import java.sql.Connection;
import java.util.Properties;
import java.util.UUID;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetSessionsTest {
  private final String name = "sessions-" + UUID.randomUUID();
  private final Source source = new Source("jdbc:h2:mem:" + name, new Properties(), new Driver());
  private final Session first = new Session(1, source);
  private final Session second = new Session(2, source);
  private final Session third = new Session(3, source);
  private final TargetSessions sessions = sessions(name + "-target", false);
  private Connection application;

  @BeforeEach
  void open() throws Exception {
    application = new Driver().connect(source.url(), new Properties());
  }

  @AfterEach
  void close() throws Exception {
    sessions.closeAll();
    application.close();
  }

  @Test
  void leastRecentlyUsedGivesWay() throws Exception {
    TargetSession one = sessions.open(first);
    TargetSession two = sessions.open(second);
    assertThat(sessions.find(first)).isSameAs(one);

    sessions.open(third);

    assertThat(two.isClosed()).isTrue();
    assertThat(one.isClosed()).isFalse();
    assertThat(sessions.find(second)).isNull();
  }

  @Test
  void finishedSessionsAreClosed() throws Exception {
    TargetSession one = sessions.open(first);
    TargetSession two = sessions.open(second);
    first.close();

    sessions.closeFinished();

    assertThat(one.isClosed()).isTrue();
    assertThat(two.isClosed()).isFalse();
    assertThat(sessions.size()).isEqualTo(1);
  }

  @Test
  void targetThatIsTheSourceIsRefused() {
    assertThatThrownBy(() -> sessions(name, true).open(first))
        .isInstanceOf(TargetRefusedException.class)
        .hasMessageContaining("target.url");
  }

  @Test
  void shareOfAThreadIsAtLeastOne() {
    assertThat(TargetSessions.share(64, 1, 0)).isEqualTo(64);
    assertThat(TargetSessions.share(5, 2, 0) + TargetSessions.share(5, 2, 1)).isEqualTo(5);
    assertThat(TargetSessions.share(1, 4, 3)).isEqualTo(1);
  }

  private static TargetSessions sessions(String database, boolean allowUnverified) {
    TargetSettings settings =
        TargetSettings.of("jdbc:h2:mem:" + database).allowUnverified(allowUnverified).build();
    return new TargetSessions(new TargetOpener(settings), new CallWatch(), 2);
  }
}
