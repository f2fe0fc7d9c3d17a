package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallSitesTest {
  private static StackTraceElement[] stack(String... classes) {
    StackTraceElement[] frames = new StackTraceElement[classes.length];
    for (int i = 0; i < classes.length; i++) {
      frames[i] = new StackTraceElement(classes[i], "m", "F.java", i);
    }
    return frames;
  }

  @Test
  void theFrameIsTheApplicationsBehindDriverPoolAndFrameworks() {
    assertThat(
            CallSites.find(
                stack(
                    "io.jdbcmirror.capture.ExecutionCapture",
                    "org.postgresql.jdbc.PgPreparedStatement",
                    "com.zaxxer.hikari.pool.ProxyPreparedStatement",
                    "org.springframework.jdbc.core.JdbcTemplate",
                    "com.sun.proxy.$Proxy12",
                    "shop.Orders$$SpringCGLIB$$0",
                    "shop.Orders",
                    "shop.Main")))
        .hasToString("shop.Orders.m(F.java:6)");
    assertThat(CallSites.find(stack("java.lang.Thread"))).isNull();
  }

  @Test
  void ofEachTextTheFirstExecutionsAreLookedAtThenEverFewer() {
    CallSites sites = new CallSites();
    int looked = 0;
    for (int i = 0; i < 100_000; i++) {
      // This test is the agent's own package: what lies behind it is the test framework.
      looked += sites.sample("select 1") == null ? 0 : 1;
    }
    assertThat(looked).isBetween(100, 120);
    assertThat(sites.sample("select 2")).isNotNull();
    assertThat(sites.sample(null)).isNull();
  }
}
