package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Vendor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A JDBC program. Runs once, since its lines hold the values they bind; generate it again to run it
 * again.
 */
record Program(Vendor vendor, long seed, List<Line> lines) {
  private static final String HEAD =
      """
      // %s
      import java.io.*;
      import java.math.*;
      import java.sql.*;
      import java.sql.Date;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.Callable;

      public class %s {
        interface Action {
          void run() throws Exception;
        }

        static String[] database;

        static Connection connect(String parameters) throws Exception {
          return DriverManager.getConnection(database[0] + parameters, database[1], database[2]);
        }

        static void attempt(Action action) {
          attempt(() -> { action.run(); return null; });
        }

        /** An error does not end the program; what a line has not made fails the lines that use it. */
        static <T> T attempt(Callable<T> action) {
          try {
            return action.call();
          } catch (Exception e) {
            System.err.println(e);
            return null;
          }
        }

        static void readAll(ResultSet rows) throws Exception {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              rows.getObject(i);
            }
          }
        }

        static void readResults(Statement statement) throws Exception {
          do {
            ResultSet rows = statement.getResultSet();
            if (rows != null) {
              readAll(rows);
            }
          } while (statement.getMoreResults() || statement.getUpdateCount() != -1);
        }

        static byte[] bytes(int length) {
          byte[] bytes = new byte[length];
          for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
          }
          return bytes;
        }

        static Timestamp timestamp(long millis, int nanos) {
          Timestamp timestamp = new Timestamp(millis);
          timestamp.setNanos(nanos);
          return timestamp;
        }

        static Calendar calendar(String zone) {
          return new GregorianCalendar(TimeZone.getTimeZone(zone));
        }

        /** Arguments: URL, user, password. */
        public static void main(String[] arguments) throws Exception {
          database = arguments;
      """;

  String className() {
    return vendor.name() + "_" + seed;
  }

  /** The lines of these numbers, without those that need a variable which is not defined then. */
  Program only(Collection<Integer> numbers) {
    Set<Variable> defined = new HashSet<>();
    List<Line> kept = new ArrayList<>();
    for (int number : numbers) {
      Line line = lines.get(number);
      if (defined.containsAll(line.uses())) {
        line.defines().ifPresent(defined::add);
        kept.add(line);
      }
    }
    return new Program(vendor, seed, kept);
  }

  /** A Java program that a person can read, compile and run with nothing but the driver. */
  @Override
  public String toString() {
    return HEAD.formatted("Seed " + seed + " on " + vendor, className())
        + body(Map.of())
        + "  }\n}\n";
  }

  /** The lines that its main method consists of, with a remark behind some. */
  String body(Map<Integer, String> remarks) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> "    " + lines.get(i) + remark(remarks.get(i)) + "\n")
        .collect(Collectors.joining());
  }

  private static String remark(String text) {
    return text == null ? "" : " // " + text;
  }
}
