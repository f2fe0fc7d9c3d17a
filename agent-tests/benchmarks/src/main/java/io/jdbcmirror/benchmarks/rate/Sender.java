package io.jdbcmirror.benchmarks.rate;

import io.jdbcmirror.benchmarks.fork.Commands;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The bare loop: one statement after the other on each connection, and nothing between them.
 *
 * <p>Arguments: URL, user, password, connections, each with a thread of its own. Commands: a {@link
 * Load} and how many statements in all; the answer is how many seconds it took.
 */
public final class Sender {
  private final List<Session> sessions = new ArrayList<>();

  private Sender() {}

  /** Statements that make and fill the tables. */
  public static String[] schema() {
    return new String[] {
      "create table item (id int primary key, name varchar(40) not null, stock int not null)",
      "create table event (id bigint primary key, name varchar(40) not null, amount int not null)",
      "insert into item with recursive n(i) as (select 0 union all select i + 1 from n where i < "
          + (Session.ITEMS - 1)
          + ") select i, 'item', 0 from n"
    };
  }

  public static void main(String[] args) throws Exception {
    Sender sender = new Sender();
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      sender.sessions.add(new Session(DriverManager.getConnection(args[0], args[1], args[2]), i));
    }
    Commands.serve(words -> sender.send(Load.valueOf(words[0]), Integer.parseInt(words[1])));
    System.exit(0);
  }

  private String send(Load load, int statements) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(sessions.size());
    long start = System.nanoTime();
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Session session : sessions) {
        running.add(
            threads.submit(
                () -> {
                  session.send(load, statements / sessions.size());
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      return String.format(Locale.ROOT, "%.6f", (System.nanoTime() - start) / 1e9);
    } finally {
      threads.shutdown();
    }
  }
}
