package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prepared statements are kept by number and by the length of their texts. */
class StatementCacheTest {
  private Connection connection;
  private StatementCache cache;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
    cache =
        new StatementCache(
            new StatementFactory(connection, Vendor.H2, new CallWatch(), 30_000), 3, 100);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void theOneUsedLongestAgoGivesWay() throws SQLException {
    PreparedStatement first = get("select 1");
    get("select 2");
    get("select 3");
    assertThat(get("select 1")).isSameAs(first);
    get("select 4");

    assertThat(cache.size()).isEqualTo(3);
    assertThat(get("select 1")).isSameAs(first);
  }

  @Test
  void longTextsGiveWayThoughTheyAreFew() throws SQLException {
    PreparedStatement first = get("select 1 -- " + "x".repeat(60));
    PreparedStatement second = get("select 2 -- " + "x".repeat(60));

    assertThat(cache.size()).isOne();
    assertThat(first.isClosed()).isTrue();
    assertThat(second.isClosed()).isFalse();
  }

  @Test
  void oneThatIsTooLongIsKeptForItsUse() throws SQLException {
    PreparedStatement statement = get("select 1 -- " + "x".repeat(200));
    assertThat(statement.isClosed()).isFalse();
    get("select 2");
    assertThat(statement.isClosed()).isTrue();
    assertThat(cache.size()).isOne();
  }

  @Test
  void whatWasDroppedMakesRoom() throws SQLException {
    cache.drop(request("select 1 -- " + "x".repeat(60)));
    get("select 1 -- " + "x".repeat(60));
    cache.drop(request("select 1 -- " + "x".repeat(60)));
    get("select 2 -- " + "x".repeat(40));
    get("select 3 -- " + "x".repeat(30));
    assertThat(cache.size()).isEqualTo(2);
  }

  private PreparedStatement get(String sql) throws SQLException {
    return cache.get(request(sql));
  }

  private static Request request(String sql) {
    return Request.of(new StatementText(Form.PREPARED, sql, null), Call.EXECUTE_QUERY).build();
  }
}
