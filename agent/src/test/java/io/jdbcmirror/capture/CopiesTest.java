package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.junit.jupiter.api.Test;

class CopiesTest {
  @Test
  void whatTheApplicationChangesLaterDoesNotChangeTheCopy() {
    byte[] bytes = {1, 2};
    Timestamp timestamp = new Timestamp(5);
    Calendar calendar = new GregorianCalendar(2026, 0, 1);
    Object[] nested = {new int[] {1}, "a"};
    Object[] copies = {
      Copies.of(bytes), Copies.of(timestamp), Copies.of(calendar), Copies.of(nested)
    };
    bytes[0] = 9;
    timestamp.setTime(9);
    calendar.set(Calendar.YEAR, 1999);
    ((int[]) nested[0])[0] = 9;
    assertThat((byte[]) copies[0]).containsExactly(1, 2);
    assertThat(((Timestamp) copies[1]).getTime()).isEqualTo(5);
    assertThat(((Calendar) copies[2]).get(Calendar.YEAR)).isEqualTo(2026);
    assertThat((int[]) ((Object[]) copies[3])[0]).containsExactly(1);
  }

  @Test
  void anApplicationsSubclassIsNotTouched() {
    Timestamp hostile =
        new Timestamp(0) {
          @Override
          public Object clone() {
            throw new AssertionError("called");
          }
        };
    assertThat(Copies.of(hostile)).isSameAs(Copies.NOT_CAPTURED);
    assertThat(Copies.of(new Object[] {hostile})).isSameAs(Copies.NOT_CAPTURED);
  }

  @Test
  void keepsTheTypeOfAnArray() {
    assertThat(Copies.of(new String[] {"a", null})).isInstanceOf(String[].class);
  }
}
