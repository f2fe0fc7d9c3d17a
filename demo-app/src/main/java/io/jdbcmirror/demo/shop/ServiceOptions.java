package io.jdbcmirror.demo.shop;

import io.jdbcmirror.demo.cli.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the service is to run.
 *
 * @param rate what visitors do in a second, all threads together
 */
record ServiceOptions(
    String url, String user, String password, int seconds, int threads, int rate, long seed) {

  private static final Set<String> NAMES =
      Set.of("--url", "--user", "--seconds", "--threads", "--rate", "--seed");

  /** The password comes from the environment, where other users do not see it. */
  static ServiceOptions parse(List<String> arguments, Map<String, String> environment) {
    Arguments given = new Arguments(arguments, NAMES, Set.of());
    return new ServiceOptions(
        given.text("--url"),
        given.text("--user"),
        environment.getOrDefault("SHOP_PASSWORD", ""),
        (int) given.wholeNumber("--seconds", 20, 1, 86_400),
        (int) given.wholeNumber("--threads", 8, 1, 64),
        (int) given.wholeNumber("--rate", 200, 1, 100_000),
        given.wholeNumber("--seed", 1, 0, Long.MAX_VALUE));
  }
}
