package io.jdbcmirror.demo.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.demo.shop.SchemaSetup;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderComparisonTest {
  private H2Pair databases;

  @BeforeEach
  void openShops() throws SQLException {
    databases = new H2Pair();
    SchemaSetup.run(databases.source);
    SchemaSetup.run(databases.target);
    databases.onSource(order(1), line(1, 1), line(1, 2), audit(1, "PLACED"));
    databases.onSource(order(2), line(2, 1), audit(2, "PLACED"));
  }

  @AfterEach
  void close() throws SQLException {
    databases.close();
  }

  private static String order(int id) {
    return "INSERT INTO orders VALUES ("
        + id
        + ", 1, 'PLACED', 9.99, NULL, '2026-01-01 00:00:00Z')";
  }

  private static String line(int order, int number) {
    return "INSERT INTO order_line VALUES (" + order + ", " + number + ", 1, 1, 9.99)";
  }

  private static String audit(int order, String event) {
    return "INSERT INTO audit VALUES ('00000000-0000-0000-0000-"
        + String.format("%06d%06d", order, event.length())
        + "', "
        + order
        + ", '"
        + event
        + "', NULL, '2026-01-01 00:00:00Z')";
  }

  private boolean isWhole() throws SQLException {
    return new OrderComparison(databases.source, databases.target)
        .compare().stream().allMatch(TableResult::isEqual);
  }

  @Test
  void targetWithoutOrdersIsWhole() throws SQLException {
    assertThat(isWhole()).isTrue();
  }

  @Test
  void wholeOrderAmongThoseLeftOutIsWhole() throws SQLException {
    databases.onTarget(order(1), line(1, 1), line(1, 2), audit(1, "PLACED"));

    assertThat(isWhole()).isTrue();
  }

  @Test
  void orderWithoutOneOfItsLinesIsNotWhole() throws SQLException {
    databases.onTarget(order(1), line(1, 1), audit(1, "PLACED"));

    assertThat(isWhole()).isFalse();
  }

  @Test
  void orderWithALineTooManyIsNotWhole() throws SQLException {
    databases.onTarget(order(2), line(2, 1), line(2, 2), audit(2, "PLACED"));

    assertThat(isWhole()).isFalse();
  }

  @Test
  void orderThatTheSourceDoesNotHaveIsNotWhole() throws SQLException {
    databases.onTarget(order(3));

    assertThat(isWhole()).isFalse();
  }

  @Test
  void cancellationOnOneSideOnlyDoesNotCount() throws SQLException {
    databases.onTarget(order(2), line(2, 1), audit(2, "PLACED"), audit(1, "CANCELLED"));
    databases.onSource("UPDATE orders SET status = 'CANCELLED'", audit(2, "CANCELLED"));

    assertThat(isWhole()).isTrue();
  }
}
