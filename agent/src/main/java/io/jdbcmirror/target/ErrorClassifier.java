package io.jdbcmirror.target;

import io.jdbcmirror.bootstrap.AnswerTooLargeException;
import io.jdbcmirror.metrics.ErrorType;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of which type an error of the target is. The first line that fits any exception of the chain
 * (causes and next exceptions) decides:
 *
 * <table>
 * <caption>Error types</caption>
 * <tr><th>type</th><th>from</th></tr>
 * <tr><td>timeout</td><td>{@link SQLTimeoutException}; SQLState 57014, 55P03, HYT00, HY008 (cancelled),
 *   XCL52, 40XL1, 40XL2 (Derby); codes of MySQL and MariaDB 1205, 1317, 1969, 3024, 3572; of H2 50200;
 *   of Oracle 54, 1013, 30006; of SQL Server 1222; of SQLite 5, 6</td></tr>
 * <tr><td>protocol</td><td>SQLState 08P01</td></tr>
 * <tr><td>io</td><td>an {@link IOException}, unless the SQLState blames the statement or its data</td></tr>
 * <tr><td>connection</td><td>SQLState 08, 28, 53300, 57P01 to 57P03, H2's 90067, 90098, 90121;
 *   {@link SQLNonTransientConnectionException}, {@link SQLTransientConnectionException}, {@link
 *   SQLRecoverableException}</td></tr>
 * <tr><td>query</td><td>any other {@link SQLException} with a SQLState</td></tr>
 * <tr><td>other</td><td>the rest</td></tr>
 * </table>
 *
 * <p>Where no connection could be made at all, the caller counts {@code connection} whatever the
 * exception is. Immutable.
 */
public final class ErrorClassifier {
  private static final int MAX_CHAIN = 50;
  private static final int MAX_STATE = 10;
  private static final Set<String> TIMEOUT_STATES =
      states("57014", "55P03", "HYT00", "HY008", "XCL52", "40XL1", "40XL2");
  private static final Set<String> CONNECTION_STATES =
      states("53300", "57P01", "57P02", "57P03", "90067", "90098", "90121");
  // A number means another thing with each vendor: 1205 is a deadlock on SQL Server.
  private static final Map<Vendor, Set<Integer>> TIMEOUT_CODES = timeoutCodes();

  private final Set<Integer> timeoutCodes;

  private ErrorClassifier(Vendor vendor) {
    Set<Integer> codes = TIMEOUT_CODES.get(vendor);
    this.timeoutCodes = codes == null ? Collections.<Integer>emptySet() : codes;
  }

  /**
   * @param targetUrl tells the vendor, whose own error codes differ
   */
  public static ErrorClassifier of(String targetUrl) {
    return new ErrorClassifier(Vendor.of(targetUrl));
  }

  /** Never {@link ErrorType#BUFFER_FULL}, which is no error of the target. */
  public ErrorType classify(Throwable thrown) {
    List<Throwable> chain = chain(thrown);
    if (chain.stream().anyMatch(this::isTimeout)) {
      return ErrorType.TIMEOUT;
    }
    if (chain.stream().anyMatch(link -> "08P01".equals(state(link)))) {
      return ErrorType.PROTOCOL;
    }
    if (chain.stream().anyMatch(link -> link instanceof IOException) && !blamesStatement(chain)) {
      return ErrorType.IO;
    }
    if (chain.stream().anyMatch(ErrorClassifier::isConnection)) {
      return ErrorType.CONNECTION;
    }
    return sqlState(thrown) == null ? ErrorType.OTHER : ErrorType.QUERY;
  }

  /** Whether the target has answered with more than is read: it would do so again. */
  public static boolean isTooLarge(Throwable thrown) {
    return chain(thrown).stream().anyMatch(link -> link instanceof AnswerTooLargeException);
  }

  /** Whether classes could not be loaded, in the words of any class loader. */
  public static boolean isOfClassLoading(Throwable thrown) {
    return chain(thrown).stream()
        .anyMatch(
            link ->
                link instanceof LinkageError
                    || link instanceof ClassNotFoundException
                    || link instanceof IllegalStateException
                    || link instanceof DriverNotFoundException);
  }

  /** The first SQLState of the chain, null if there is none. Letters and digits only. */
  public static @Nullable String sqlState(Throwable thrown) {
    for (Throwable link : chain(thrown)) {
      String state = state(link);
      if (state != null) {
        return state;
      }
    }
    return null;
  }

  private boolean isTimeout(Throwable link) {
    if (link instanceof SQLTimeoutException) {
      return true;
    }
    return link instanceof SQLException
        && (contains(TIMEOUT_STATES, state(link))
            || timeoutCodes.contains(((SQLException) link).getErrorCode()));
  }

  private static boolean isConnection(Throwable link) {
    String state = state(link);
    return link instanceof SQLNonTransientConnectionException
        || link instanceof SQLTransientConnectionException
        || link instanceof SQLRecoverableException
        || contains(CONNECTION_STATES, state)
        || (state != null && (state.startsWith("08") || state.startsWith("28")));
  }

  /** A value that cannot be encoded is wrapped in an IOException by some drivers. */
  private static boolean blamesStatement(List<Throwable> chain) {
    for (Throwable link : chain) {
      String state = state(link);
      if (state != null) {
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
      }
    }
    return false;
  }

  private static @Nullable String state(Throwable link) {
    String state = link instanceof SQLException ? ((SQLException) link).getSQLState() : null;
    if (state == null || state.isEmpty() || state.length() > MAX_STATE) {
      return null;
    }
    return state.chars().allMatch(Character::isLetterOrDigit) ? state : null;
  }

  private static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    Throwable link = thrown;
    while (link != null && !(link instanceof SQLException) && chain.size() < MAX_CHAIN) {
      chain.add(link);
      link = link.getCause();
    }
    if (link instanceof SQLException) {
      for (Throwable each : (SQLException) link) { // next exceptions and all their causes
        if (chain.size() >= MAX_CHAIN) {
          break;
        }
        chain.add(each);
      }
    }
    return chain;
  }

  private static boolean contains(Set<String> states, @Nullable String state) {
    return state != null && states.contains(state);
  }

  private static Map<Vendor, Set<Integer>> timeoutCodes() {
    Map<Vendor, Set<Integer>> codes = new EnumMap<>(Vendor.class);
    // Lock wait, query interrupted, statement time (MariaDB, MySQL), lock with NOWAIT.
    codes.put(Vendor.MYSQL, codes(1205, 1317, 1969, 3024, 3572));
    codes.put(Vendor.MARIADB, codes(1205, 1317, 1969, 3024, 3572));
    codes.put(Vendor.H2, codes(50200));
    codes.put(Vendor.ORACLE, codes(54, 1013, 30006));
    codes.put(Vendor.SQL_SERVER, codes(1222));
    codes.put(Vendor.JTDS, codes(1222));
    codes.put(Vendor.SQLITE, codes(5, 6));
    return codes;
  }

  private static Set<String> states(String... states) {
    return new HashSet<>(Arrays.asList(states));
  }

  private static Set<Integer> codes(Integer... codes) {
    return new HashSet<>(Arrays.asList(codes));
  }
}
