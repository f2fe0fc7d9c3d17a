package io.jdbcmirror.benchmarks.growth;

import io.jdbcmirror.benchmarks.fork.Commands;
import io.jdbcmirror.benchmarks.nothing.NothingDriver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Bursts of calls, before each of which the mirror has applied all of the last.
 *
 * <p>Argument: whether there is a mirror. Commands: a {@link Dimension}, its value, and
 * milliseconds; the answer is nanoseconds a call.
 */
public final class Grower {
  private final boolean mirrored;
  private long sent;

  private Grower(boolean mirrored) {
    this.mirrored = mirrored;
  }

  public static void main(String[] args) throws Exception {
    Grower grower = new Grower(Boolean.parseBoolean(args[0]));
    Commands.serve(
        words -> {
          Shape shape = Shape.of(Dimension.valueOf(words[0]), Integer.parseInt(words[1]));
          double nanos = grower.measure(shape, Long.parseLong(words[2]));
          return String.format(Locale.ROOT, "%.1f", nanos);
        });
    System.exit(0);
  }

  private double measure(Shape shape, long millis) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(shape.threads());
    List<Client> clients = new ArrayList<>();
    try {
      for (int i = 0; i < shape.threads(); i++) {
        clients.add(new Client(shape));
      }
      bursts(threads, clients, shape, millis); // to be compiled
      return bursts(threads, clients, shape, millis);
    } finally {
      for (Client client : clients) {
        client.close();
      }
      threads.shutdown();
    }
  }

  private double bursts(ExecutorService threads, List<Client> clients, Shape shape, long millis)
      throws Exception {
    List<Callable<Long>> burst = new ArrayList<>();
    clients.forEach(client -> burst.add(client::burst));
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long nanos = 0;
    long calls = 0;
    do {
      for (Future<Long> one : threads.invokeAll(burst)) {
        nanos += one.get();
      }
      calls += (long) shape.calls() * clients.size();
      drain((long) shape.calls() * clients.size());
    } while (System.nanoTime() < end);
    return (double) nanos / calls;
  }

  private void drain(long more) {
    sent += more;
    while (mirrored && NothingDriver.applied() < sent) {
      Thread.onSpinWait();
    }
  }
}
