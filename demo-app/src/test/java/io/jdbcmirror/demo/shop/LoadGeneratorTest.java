package io.jdbcmirror.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
  private static final String URL = "jdbc:h2:mem:load";

  @Test
  void shopIsBusyAndMeetsNoErrorsThatItDoesNotExpect() throws Exception {
    Tally tally = new Tally();
    try (Connection connection = DriverManager.getConnection(URL, "sa", "")) {
      SchemaSetup.run(connection);
      JdbcConnectionPool pool = JdbcConnectionPool.create(URL, "sa", "");
      ServiceOptions options = new ServiceOptions(URL, "sa", "", 2, 4, 1_000, 1);
      new LoadGenerator(options, pool, tally).run();
      pool.dispose();
    }

    assertThat(tally.orders.sum()).isPositive();
    assertThat(tally.cancelled.sum()).isPositive();
    assertThat(tally.rejected.sum()).isPositive();
    assertThat(tally.reads.sum()).isPositive();
    assertThat(tally.errors.sum()).as("errors").isZero();
  }
}
