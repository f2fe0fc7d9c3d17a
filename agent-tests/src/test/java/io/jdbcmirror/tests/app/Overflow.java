package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Recursions that execute a statement every so many frames until the stack ends, each time in
 * another place of the driver's or the agent's; and use their connection again afterwards.
 */
public final class Overflow {
  public static final String OVERFLOWS = "StackOverflowError";
  public static final String WORKS = ", then works";
  public static final String HANGS = "hangs in ";

  /** How many recursions there are. */
  public static final int TIMES = 25;

  private static final int STACK_BYTES = 256 * 1024;
  private static final int FRAMES = 40;
  private static final int MORE_FRAMES = 7;
  private static final int LIMIT_MILLIS = 500;
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int NUMBERS = 100_000;

  private final Statement statement;
  private final int number;

  private Overflow(Statement statement, int number) {
    this.statement = statement;
    this.number = number;
  }

  /**
   * @param mirrored whether there is an agent, whose faults are not to be too many
   * @return for each time what was thrown, and what then became of the next statement
   */
  public static ArrayList<String> run(Scene scene, boolean mirrored) throws Exception {
    scene.connect().close(); // the agent begins with the first driver
    topFrame(new StackOverflowError()); // loads what it needs while there is room
    AgentFaults faults = mirrored ? new AgentFaults() : null;
    ArrayList<String> seen = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      if (faults != null) {
        faults.nextMinute();
      }
      seen.add(overflow(scene, i));
    }
    return seen;
  }

  /** On a thread of its own: a lock of the driver's or of its socket may be lost for good. */
  private static String overflow(Scene scene, int number) throws Exception {
    String[] seen = new String[1];
    Thread user =
        new Thread(() -> seen[0] = overflowAndGoOn(scene, number), threadName("user", number));
    user.setDaemon(true);
    user.start();
    user.join(PATIENCE_MILLIS);
    return user.isAlive() ? HANGS + placeOf(number) : seen[0];
  }

  private static String threadName(String what, int number) {
    return what + " " + number;
  }

  /** The class that waits: the first that is not of the JDK's locks. */
  private static String placeOf(int number) {
    Map<Thread, StackTraceElement[]> all = Thread.getAllStackTraces();
    return Stream.of("deep", "user")
        .flatMap(
            what -> all.keySet().stream().filter(t -> t.getName().equals(threadName(what, number))))
        .flatMap(thread -> Stream.of(all.get(thread)))
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.matches("(java\\.util\\.concurrent|jdk\\.internal|java\\.lang)\\..*"))
        .findFirst()
        .orElse("nothing");
  }

  private static String overflowAndGoOn(Scene scene, int number) {
    try (Connection connection = scene.connect()) {
      connection.setNetworkTimeout(Runnable::run, LIMIT_MILLIS); // a driver may be out of step
      Overflow overflow = new Overflow(connection.createStatement(), number);
      String[] thrown = new String[1];
      Thread deep =
          new Thread(
              null, () -> thrown[0] = overflow.thrown(), threadName("deep", number), STACK_BYTES);
      deep.start();
      deep.join();
      return thrown[0] + after(connection, -1 - number);
    } catch (SQLException | InterruptedException e) {
      return "closes with " + e; // out of step, too
    }
  }

  private static String after(Connection connection, int id) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("insert into t values (" + id + ")");
      return WORKS;
    } catch (SQLException | RuntimeException e) {
      return ", then " + e;
    }
  }

  private String thrown() {
    try {
      dive(1);
      return "nothing";
    } catch (Throwable e) {
      boolean ours = topFrame(e).startsWith("io.jdbcmirror.bootstrap");
      return (isOfTheStack(e) ? OVERFLOWS : e.toString()) + (ours ? " of the agent" : "");
    }
  }

  private static String topFrame(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    return frames.length == 0 ? "" : frames[0].getClassName();
  }

  /** A driver may have put it into an exception of its own. */
  private static boolean isOfTheStack(Throwable thrown) {
    return thrown instanceof StackOverflowError
        || (thrown.getCause() != null && isOfTheStack(thrown.getCause()));
  }

  private void dive(int depth) throws SQLException {
    if (depth % (FRAMES + number * MORE_FRAMES) == 0) {
      statement.execute("insert into t values (" + (number * NUMBERS + depth) + ")");
    }
    dive(depth + 1);
  }
}
