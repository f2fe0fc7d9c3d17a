package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jdbcmirror.metrics.ErrorType;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorClassifierTest {
  @ParameterizedTest
  @CsvSource({
    "57014, TIMEOUT",
    "55P03, TIMEOUT",
    "HYT00, TIMEOUT",
    "HY008, TIMEOUT",
    "XCL52, TIMEOUT",
    "40XL1, TIMEOUT",
    "08P01, PROTOCOL",
    "08000, CONNECTION",
    "08001, CONNECTION",
    "08006, CONNECTION",
    "08S01, CONNECTION",
    "28P01, CONNECTION",
    "28000, CONNECTION",
    "53300, CONNECTION",
    "57P01, CONNECTION",
    "57P02, CONNECTION",
    "57P03, CONNECTION",
    "90067, CONNECTION",
    "90098, CONNECTION",
    "90121, CONNECTION",
    "57P04, QUERY",
    "53200, QUERY",
    "23505, QUERY",
    "42P01, QUERY",
    "40001, QUERY",
    "40P01, QUERY",
    "0A000, QUERY",
    "25006, QUERY",
    "HY000, QUERY",
    ", OTHER"
  })
  void stateDecides(String state, ErrorType expected) {
    assertThat(classify("jdbc:postgresql:x", new SQLException("text", state))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://h/d, HY000, 1205, TIMEOUT",
    "jdbc:mysql://h/d, 40001, 1205, TIMEOUT",
    "jdbc:mysql://h/d, HY000, 3024, TIMEOUT",
    "jdbc:mysql://h/d, HY000, 3572, TIMEOUT",
    "jdbc:mysql://h/d, 70100, 1317, TIMEOUT",
    "jdbc:mysql://h/d, 40001, 1213, QUERY",
    "jdbc:mariadb://h/d, 70100, 1969, TIMEOUT",
    "jdbc:h2:mem:d, HYT00, 50200, TIMEOUT",
    "jdbc:h2:mem:d, 40001, 40001, QUERY",
    "jdbc:oracle:thin:@h, 72000, 1013, TIMEOUT",
    "jdbc:oracle:thin:@h, 61000, 54, TIMEOUT",
    "jdbc:sqlserver://h, S0001, 1222, TIMEOUT",
    "jdbc:sqlserver://h, 40001, 1205, QUERY",
    "jdbc:postgresql:d, 22P02, 1205, QUERY",
    "jdbc:sqlite:f, , 5, TIMEOUT"
  })
  void vendorCodeDecidesForItsVendorOnly(String url, String state, int code, ErrorType expected) {
    assertThat(classify(url, new SQLException("text", state, code))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void kindOfExceptionDecides(Throwable thrown, ErrorType expected) {
    assertThat(classify("jdbc:postgresql:x", thrown)).isEqualTo(expected);
  }

  static Stream<Arguments> kinds() {
    SQLException batch = new BatchUpdateException("text", null, 0, new int[0]);
    batch.setNextException(new SQLException("text", "23505"));
    SQLException wrapped = new SQLException("text", (String) null);
    wrapped.initCause(new SQLException("text", "57014"));
    return Stream.of(
        arguments(new SQLTimeoutException("text"), ErrorType.TIMEOUT),
        arguments(new SQLTimeoutException("t", "HY000", new IOException()), ErrorType.TIMEOUT),
        arguments(new SQLNonTransientConnectionException("text"), ErrorType.CONNECTION),
        arguments(new SQLTransientConnectionException("text"), ErrorType.CONNECTION),
        arguments(new SQLRecoverableException("text"), ErrorType.CONNECTION),
        arguments(new SQLException("text", "08006", new EOFException()), ErrorType.IO),
        arguments(new SQLException("text", null, new SocketException()), ErrorType.IO),
        arguments(new IllegalStateException(new IOException()), ErrorType.IO),
        arguments(new SQLException("text", "22021", new IOException()), ErrorType.QUERY),
        arguments(new SQLFeatureNotSupportedException("text", "0A000"), ErrorType.QUERY),
        arguments(batch, ErrorType.QUERY),
        arguments(wrapped, ErrorType.TIMEOUT),
        arguments(new SQLException("connection timeout"), ErrorType.OTHER),
        arguments(new NullPointerException(), ErrorType.OTHER),
        arguments(new NoClassDefFoundError(), ErrorType.OTHER));
  }

  @Test
  void endlessChainIsCutShort() {
    SQLException first = new SQLException("text");
    SQLException second = new SQLException("text", (String) null, first);
    first.initCause(second);

    assertThat(classify("jdbc:postgresql:x", first)).isEqualTo(ErrorType.OTHER);
  }

  @Test
  void stateThatIsNoStateIsNotPassedOn() {
    assertThat(ErrorClassifier.sqlState(new SQLException("x", "duplicate key (secret)"))).isNull();
    assertThat(ErrorClassifier.sqlState(new SQLException("x", "23505"))).isEqualTo("23505");
  }

  private static ErrorType classify(String url, Throwable thrown) {
    return ErrorClassifier.of(url).classify(thrown);
  }
}
