package io.jdbcmirror.benchmarks.call;

import com.sun.management.ThreadMXBean;
import io.jdbcmirror.benchmarks.nothing.NothingDriver;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * {@code setInt}, {@code setString} and {@code execute} on a driver that does nothing, in bursts
 * that fit into the queue: before each one the mirror has applied all of the last.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {
  static final int BURST = 500;

  private static final AtomicLong SENT = new AtomicLong();

  /** One application thread and its connection. */
  @State(Scope.Thread)
  public static class Application {
    /** How the application comes by its connection. */
    @Param("PLAIN")
    public Access access = Access.PLAIN;

    /** Whether all of a burst reaches the target. */
    @Param("false")
    public boolean drains;

    private @Nullable PreparedStatement statement;
    int next;

    @Setup(Level.Trial)
    public void connect() throws SQLException {
      Connection connection = access.connect(NothingDriver.SOURCE);
      statement = connection.prepareStatement("insert into booking (id, name) values (?, ?)");
    }

    /** Waits in a loop: the pause is not measured, and a sleep would leave the caches cold. */
    @Setup(Level.Invocation)
    public void drain() {
      long sent = SENT.get();
      while (drains && NothingDriver.applied() < sent) {
        Thread.onSpinWait();
      }
    }
  }

  /** What the application's own thread has used. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Used {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    public long bytes;
    public long cpuNanos;
    public long calls;

    /** What was used before does not count. */
    void begin() {
      bytes -= THREADS.getCurrentThreadAllocatedBytes();
      cpuNanos -= THREADS.getCurrentThreadCpuTime();
    }

    void end(int newCalls) {
      cpuNanos += THREADS.getCurrentThreadCpuTime();
      bytes += THREADS.getCurrentThreadAllocatedBytes();
      calls += newCalls;
    }
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public void call(Application application, Used used) throws SQLException {
    PreparedStatement statement = Objects.requireNonNull(application.statement);
    used.begin();
    for (int i = 0; i < BURST; i++) {
      statement.setInt(1, application.next++);
      statement.setString(2, "somebody");
      statement.execute();
    }
    used.end(BURST);
    if (application.drains) {
      SENT.addAndGet(BURST);
    }
  }
}
