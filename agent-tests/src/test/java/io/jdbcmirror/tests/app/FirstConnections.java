package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * The first connections of several drivers at the same moment: the drivers' classes load, and are
 * rewritten, on threads that wait for one another's. Arguments: the URLs. Prints {@code done}.
 */
public final class FirstConnections {
  private FirstConnections() {}

  public static void main(String[] urls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(urls.length);
    List<Thread> threads = new ArrayList<>();
    for (String url : urls) {
      threads.add(new Thread(() -> connect(url, start)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("done");
  }

  private static void connect(String url, CyclicBarrier start) {
    try {
      start.await();
      try (Connection connection = DriverManager.getConnection(url, "sa", "");
          Statement statement = connection.createStatement()) {
        statement.execute("create table first (id int primary key)");
        statement.execute("insert into first values (1)");
      }
    } catch (SQLException | InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
