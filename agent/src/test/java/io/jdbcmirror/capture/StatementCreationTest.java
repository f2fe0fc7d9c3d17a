package io.jdbcmirror.capture;

import static io.jdbcmirror.traffic.StatementOption.CONCURRENCY;
import static io.jdbcmirror.traffic.StatementOption.HOLDABILITY;
import static io.jdbcmirror.traffic.StatementOption.RESULT_SET_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.StatementOptions;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class StatementCreationTest {
  private static final String SQL = "select 1";
  private static final int SCROLL = ResultSet.TYPE_SCROLL_INSENSITIVE;
  private static final int UPDATE = ResultSet.CONCUR_UPDATABLE;
  private static final int HOLD = ResultSet.HOLD_CURSORS_OVER_COMMIT;

  @Test
  void theOverloadsOfPlainStatements() {
    assertThat(created("createStatement", null, null, null, null).options())
        .isSameAs(StatementOptions.NONE);
    assertOptions(created("createStatement", SCROLL, UPDATE, null, null), null);
    assertOptions(created("createStatement", SCROLL, UPDATE, HOLD, null), HOLD);
  }

  @Test
  void theOverloadsOfPreparedStatements() {
    StatementCreation keyed =
        created("prepareStatement", SQL, Statement.RETURN_GENERATED_KEYS, null, null);
    assertThat(keyed.options()).isSameAs(StatementOptions.NONE);
    assertThat(keyed.text())
        .isEqualTo(new StatementText(Form.PREPARED, SQL, Statement.RETURN_GENERATED_KEYS));
    StatementCreation typed = created("prepareStatement", SQL, SCROLL, UPDATE, null);
    assertOptions(typed, null);
    assertThat(typed.text()).isEqualTo(new StatementText(Form.PREPARED, SQL, null));
    assertOptions(created("prepareStatement", SQL, SCROLL, UPDATE, HOLD), HOLD);
  }

  @Test
  void theOverloadsOfCalls() {
    assertThat(created("prepareCall", SQL, null, null, null).text())
        .isEqualTo(new StatementText(Form.CALLABLE, SQL, null));
    assertOptions(created("prepareCall", SQL, SCROLL, UPDATE, null), null);
    assertOptions(created("prepareCall", SQL, SCROLL, UPDATE, HOLD), HOLD);
  }

  @Test
  void whatHoldsAnywayIsNoOption() {
    int forward = ResultSet.TYPE_FORWARD_ONLY;
    int readOnly = ResultSet.CONCUR_READ_ONLY;
    assertThat(created("createStatement", forward, readOnly, null, null).options())
        .isSameAs(StatementOptions.NONE);
  }

  private static StatementCreation created(
      String method, Object first, Object second, Object third, Object fourth) {
    return StatementCreation.of(method, first, second, third, fourth);
  }

  private static void assertOptions(StatementCreation creation, Object holdability) {
    assertThat(creation.options().get(RESULT_SET_TYPE)).isEqualTo(SCROLL);
    assertThat(creation.options().get(CONCURRENCY)).isEqualTo(UPDATE);
    assertThat(creation.options().get(HOLDABILITY)).isEqualTo(holdability);
  }
}
