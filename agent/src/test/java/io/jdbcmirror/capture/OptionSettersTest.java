package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.StatementOption;
import io.jdbcmirror.traffic.StatementOptions;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;

class OptionSettersTest {
  @Test
  void everySetterSetsItsOption() {
    assertSets("setFetchSize", 50, StatementOption.FETCH_SIZE, 50);
    assertSets(
        "setFetchDirection",
        ResultSet.FETCH_REVERSE,
        StatementOption.FETCH_DIRECTION,
        ResultSet.FETCH_REVERSE);
    assertSets("setMaxRows", 5, StatementOption.MAX_ROWS, 5L);
    assertSets("setLargeMaxRows", 1L << 40, StatementOption.MAX_ROWS, 1L << 40);
    assertSets("setMaxFieldSize", 100, StatementOption.MAX_FIELD_SIZE, 100);
    assertSets("setQueryTimeout", 3, StatementOption.QUERY_TIMEOUT, 3);
    assertSets("setEscapeProcessing", false, StatementOption.ESCAPE_PROCESSING, false);
    assertSets("setCursorName", "c", StatementOption.CURSOR_NAME, "c");
    assertSets("setPoolable", true, StatementOption.POOLABLE, true);
  }

  @Test
  void whatIsSetBackIsNoOptionAnyMore() {
    StatementOptions options = OptionSetters.apply(StatementOptions.NONE, "setMaxRows", 5);
    assertThat(OptionSetters.apply(options, "setMaxRows", 0)).isSameAs(StatementOptions.NONE);
    assertThat(options.get(StatementOption.MAX_ROWS)).isEqualTo(5L);
  }

  @Test
  void aMarkerThatMakesADriverStreamIsNotCarried() {
    StatementOptions options = OptionSetters.apply(StatementOptions.NONE, "setFetchSize", 7);
    assertThat(OptionSetters.apply(options, "setFetchSize", Integer.MIN_VALUE))
        .isSameAs(StatementOptions.NONE);
  }

  private static void assertSets(
      String setter, Object value, StatementOption option, Object expected) {
    StatementOptions set = OptionSetters.apply(StatementOptions.NONE, setter, value);
    assertThat(set.get(option)).isEqualTo(expected);
    assertThat(set).isEqualTo(StatementOptions.NONE.with(option, expected));
  }
}
