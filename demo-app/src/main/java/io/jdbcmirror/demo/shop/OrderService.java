package io.jdbcmirror.demo.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jdbcmirror.demo.cli.UsageException;
import java.io.IOException;
import java.util.Arrays;

/**
 * The order service: serves visitors for some seconds, prints {@code done}, and stays until its
 * standard input ends; if that is sooner, it ends then. Exit status 1 if the database answered with
 * an error it did not expect.
 */
public final class OrderService {
  private OrderService() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      System.exit(serve(ServiceOptions.parse(Arrays.asList(arguments), System.getenv())) ? 0 : 1);
    } catch (UsageException wrong) {
      System.err.println("order service: " + wrong.getMessage());
      System.exit(2);
    }
  }

  private static boolean serve(ServiceOptions options) throws InterruptedException {
    Tally tally = new Tally();
    try (HikariDataSource dataSource = new HikariDataSource(pool(options))) {
      LoadGenerator load = new LoadGenerator(options, dataSource, tally);
      Thread input = new Thread(() -> stopAtEndOfInput(load), "end-of-input");
      input.setDaemon(true);
      input.start();
      load.run();
      System.out.println("done: " + tally);
      input.join();
    }
    return tally.errors.sum() == 0;
  }

  private static HikariConfig pool(ServiceOptions options) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("shop");
    config.setJdbcUrl(options.url());
    config.setUsername(options.user());
    config.setPassword(options.password());
    config.setMaximumPoolSize(options.threads());
    return config;
  }

  private static void stopAtEndOfInput(LoadGenerator load) {
    try {
      while (System.in.read() >= 0) {
        // Nothing is expected.
      }
    } catch (IOException broken) {
      // Which is an end as well.
    }
    load.stop();
  }
}
