package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.OutParameter;
import java.sql.JDBCType;
import java.sql.SQLType;
import java.sql.Types;
import org.junit.jupiter.api.Test;

class OutParametersTest {
  private final OutParameters parameters = new OutParameters();

  @Test
  void theLastRegistrationOfAParameterHolds() {
    parameters.register(1, Types.INTEGER, null);
    parameters.register("total", JDBCType.DECIMAL, 2);
    parameters.register(1, Types.STRUCT, "POINT");

    assertThat(parameters.snapshot())
        .containsExactly(
            new OutParameter(1, Types.STRUCT, "POINT"),
            new OutParameter("total", JDBCType.DECIMAL, 2));
  }

  @Test
  void whatWasTakenStaysAsItIs() {
    parameters.register(1, Types.INTEGER, null);
    var taken = parameters.snapshot();
    parameters.register(2, Types.INTEGER, null);

    assertThat(taken).hasSize(1);
    assertThat(parameters.snapshot()).hasSize(2);
  }

  @Test
  void aTypeOfTheApplicationsOwnIsNotKnown() {
    SQLType own =
        new SQLType() {
          @Override
          public String getName() {
            throw new AssertionError("called by the agent");
          }

          @Override
          public String getVendor() {
            throw new AssertionError("called by the agent");
          }

          @Override
          public Integer getVendorTypeNumber() {
            throw new AssertionError("called by the agent");
          }
        };
    parameters.register(1, own, null);

    assertThat(parameters.snapshot()).isNull();
  }
}
