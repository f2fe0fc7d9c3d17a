package io.jdbcmirror.tests.servers;

import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.fixture.ForkedApp;
import io.jdbcmirror.tests.fixture.Metrics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One server that runs, its application in use. */
final class ServerRun implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Pattern TROUBLE =
      Pattern.compile(
          "\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b|Exception\\b|Error\\b|^\\s+at \\S+\\(");

  private final AppServer server;
  private final Site site;
  private final ForkedApp process;

  ServerRun(AppServer server, Site site, ForkedApp.Builder app) {
    this.server = server;
    this.site = site;
    this.process = app.start();
  }

  ForkedApp process() {
    return process;
  }

  /** The first order is taken as soon as the application is deployed. */
  String firstOrder(String customer) {
    String[] answer = new String[1];
    try {
      await(server.title())
          .atMost(START)
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptions()
          .conditionEvaluationListener(null)
          .until(
              () -> {
                HttpResponse<String> response = get(orderPath(customer));
                answer[0] = response.body();
                return response.statusCode() == 200;
              });
    } catch (RuntimeException e) {
      throw new AssertionError(answer[0] + "\n" + String.join("\n", log()), e);
    }
    return answer[0];
  }

  String order(String customer) {
    HttpResponse<String> response = get(orderPath(customer));
    if (response.statusCode() != 200) {
      throw new AssertionError(response.body() + "\n" + String.join("\n", log()));
    }
    return response.body();
  }

  HttpResponse<String> get(String path) {
    return Metrics.get(site.port(), path);
  }

  private String orderPath(String customer) {
    return server.orderPath() + "?customer=" + customer;
  }

  /** As an administrator would. */
  void stop() {
    process.terminate();
  }

  /**
   * Warnings, errors and stack traces of the whole log, without what differs from run to run. What
   * the agent says is its own business, but nothing that it calls a warning or error is.
   */
  Set<String> troubles() {
    Set<String> troubles = new TreeSet<>();
    for (String line : log()) {
      boolean agents = line.contains("jdbc-mirror: ");
      boolean bad = TROUBLE.matcher(line).find();
      if (agents ? line.matches(".*jdbc-mirror: (warning|error).*") : bad) {
        troubles.add(
            line.replace(site.folder().toString(), "").replaceAll("[0-9a-f]*[0-9][0-9a-f]*", "#"));
      }
    }
    return troubles;
  }

  private List<String> log() {
    return Stream.concat(
            Stream.concat(process.stdout().all().stream(), process.stderr().all().stream()),
            logFiles())
        .toList();
  }

  private Stream<String> logFiles() {
    try (Stream<Path> files = Files.walk(site.folder())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .flatMap(ServerRun::lines)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
