package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.ArrayValue;
import io.jdbcmirror.traffic.Setter;
import java.sql.Date;
import java.sql.Types;
import org.junit.jupiter.api.Test;

class LiveValueTest {
  private final byte[] bytes = {1, 2};

  @Test
  void whatStandsInItAtTheExecutionIsACopy() {
    LiveValue value = LiveValue.sentAtExecution(bytes);
    bytes[0] = 5;
    byte[] taken = (byte[]) value.atExecution();
    bytes[0] = 6;

    assertThat(taken).containsExactly(5, 2);
    assertThat((byte[]) value.atExecution()).containsExactly(6, 2);
  }

  @Test
  void whatMayHaveBeenSentEitherWayIsCapturedUnlessItWasChanged() {
    LiveValue value = LiveValue.unchanged(bytes, bytes.clone());
    assertThat((byte[]) value.atExecution()).containsExactly(1, 2).isNotSameAs(bytes);
    bytes[0] = 5;
    assertThat(value.atExecution()).isSameAs(Copies.NOT_CAPTURED);
    bytes[0] = 1;
    assertThat((byte[]) value.atExecution()).containsExactly(1, 2);
  }

  @Test
  void anArraysElementsToo() {
    Date[] elements = {new Date(0)};
    LiveValue value = LiveValue.unchangedArray("date", elements, Copies.of(elements));
    assertThat(((ArrayValue) value.atExecution()).elements()).containsExactly(new Date(0));
    elements[0].setTime(1);
    assertThat(value.atExecution()).isSameAs(Copies.NOT_CAPTURED);
  }

  @Test
  void anElementOfTheApplicationsOwnClassIsNotTouched() {
    Object[] elements = {"a"};
    LiveValue value = LiveValue.unchanged(elements, elements.clone());
    elements[0] =
        new Date(0) {
          @Override
          public long getTime() {
            throw new AssertionError("called");
          }
        };

    assertThat(value.atExecution()).isSameAs(Copies.NOT_CAPTURED);
  }

  @Test
  void postgresSendsAnArraysIdentityWhereItTakesItForText() {
    assertThat(ofPostgres(Types.OTHER)).isEqualTo(KeptReference.IDENTITY_SENT);
    assertThat(ofPostgres(Types.VARCHAR)).isEqualTo(KeptReference.IDENTITY_SENT);
    assertThat(ofPostgres(Types.BINARY)).isEqualTo(KeptReference.TAKEN_AT_SETTER);
    assertThat(ofPostgres(null)).isEqualTo(KeptReference.TAKEN_AT_SETTER);
  }

  @Test
  void ofDriversThatNobodyHasReadNothingIsKnown() {
    assertThat(KeptReference.of("com.acme.Statement", Setter.BYTES, bytes, null))
        .isEqualTo(KeptReference.UNKNOWN);
  }

  private KeptReference ofPostgres(Integer type) {
    return KeptReference.of("org.postgresql.jdbc.PgPreparedStatement", Setter.OBJECT, bytes, type);
  }
}
