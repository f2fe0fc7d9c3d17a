package io.jdbcmirror.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissedWritesTest {
  private final MissedWrites missed = new MissedWrites();

  private List<String> taken() {
    List<String> taken = new ArrayList<>();
    missed.take((sql, why) -> taken.add(why + " " + sql));
    return taken;
  }

  @Test
  void handsOverWhatWasReportedOnce() {
    missed.report("delete from t", Missed.UNSAMPLED);
    missed.report("delete from u", Missed.DROPPED);
    assertThat(taken()).containsExactly("UNSAMPLED delete from t", "DROPPED delete from u");
    assertThat(taken()).isEmpty();
    assertThat(missed.unknown()).isNull();
  }

  @Test
  void textsThatBeginAlikeAreReportedOnce() {
    String insert = "insert into a_table_with_a_name_of_some_length (one, two, three) values (";
    for (int i = 0; i < 10_000; i++) {
      missed.report(insert + i + ")", Missed.UNSAMPLED);
    }
    assertThat(taken()).hasSize(1);
    assertThat(missed.unknown()).isNull();
  }

  @Test
  void ofWhatFindsNoRoomItIsKnownThatThereWasSomething() {
    for (int i = 0; i < 10_000; i++) {
      missed.report(i + " delete from t", Missed.DROPPED);
    }
    assertThat(missed.unknown()).isEqualTo(Missed.DROPPED);
    assertThat(taken()).hasSizeLessThanOrEqualTo(256);
  }

  @Test
  void anUnknownTextLeavesNothingCertain() {
    missed.report(null, Missed.NOT_CAPTURED);
    assertThat(missed.unknown()).isEqualTo(Missed.NOT_CAPTURED);
  }

  @Test
  void keepsNoLongTexts() {
    missed.report("update t set v = 'x' where w in (1" + ", 1".repeat(1_000_000), Missed.UNSAMPLED);
    missed.take((sql, why) -> assertThat(sql).hasSize(2_000).contains("'x' where"));
  }

  @Test
  void aLongTextIsNotCutWithinALiteral() {
    missed.report("update t set v = 'a', w = '" + "x".repeat(1_000_000) + "'", Missed.DROPPED);
    assertThat(taken()).containsExactly("DROPPED update t set v = 'a', w = ");
  }
}
