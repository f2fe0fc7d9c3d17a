package io.jdbcmirror.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.GeneratedKeys;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.SourceResult;
import io.jdbcmirror.traffic.StatementOption;
import io.jdbcmirror.traffic.StatementOptions;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {
  private static final StatementText INSERT = text(Form.PREPARED, "insert into t values (?)");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void runsOneAfterTheOtherAreTheList(long seed) {
    Random random = new Random(seed);
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      requests.add(any(random));
    }
    int max = 2 + random.nextInt(50);
    List<Request> again = new ArrayList<>();
    boolean together = false;
    while (again.size() < requests.size()) {
      List<Request> run = runAt(requests, again.size(), max);
      together |= run.size() > 1;
      again.addAll(run);
    }
    assertThat(again).containsExactlyElementsOf(requests);
    assertThat(together).isTrue();
  }

  /** As long as it can be, and of one statement and the same types. */
  private static List<Request> runAt(List<Request> requests, int index, int max) {
    Run run = new Run(max);
    int end = index;
    while (end < requests.size() && run.add(requests.get(end))) {
      end++;
    }
    assertThat(run.requests()).hasSizeLessThanOrEqualTo(max);
    for (Request request : run.requests()) {
      Request first = run.requests().get(0);
      assertThat(request.statement()).isEqualTo(first.statement());
      assertThat(request.options()).isEqualTo(first.options());
      assertThat(request.call().isBatch()).isFalse();
      assertThat(types(request)).isEqualTo(types(first));
    }
    return run.requests().isEmpty() ? List.of(requests.get(index)) : run.requests();
  }

  private static String types(Request request) {
    Parameter parameter = request.rows().get(0)[0];
    Object value = parameter.value();
    return parameter + (value == null ? "null" : value.getClass().getName());
  }

  private static Request any(Random random) {
    StatementText text = random.nextInt(10) > 0 ? INSERT : text(Form.PREPARED, "delete from t");
    Call call = random.nextInt(20) > 0 ? Call.EXECUTE_UPDATE : Call.EXECUTE_BATCH;
    Object value = random.nextInt(20) > 0 ? (Object) 1 : "1";
    Request.Builder request =
        Request.of(text, call).rows(List.<Parameter[]>of(row(Setter.OBJECT, value)));
    if (random.nextInt(20) == 0) {
      request.options(StatementOptions.NONE.with(StatementOption.QUERY_TIMEOUT, 3));
    }
    return request.build();
  }

  @Test
  void itBeginsOnlyWithTheSingleExecutionOfAPreparedUpdate() {
    assertThat(new Run(9).add(insert().build())).isTrue();
    assertThat(new Run(9).add(insert().transactionControl(true).build())).isFalse();
    assertThat(new Run(9).add(insert().changeNumber(1).build())).isFalse();
    assertThat(new Run(9).add(insert().keys(new GeneratedKeys(1)).build())).isFalse();
    assertThat(new Run(9).add(insert().rows(List.of()).build())).isFalse();
    assertThat(new Run(9).add(of(INSERT, Call.EXECUTE_QUERY).build())).isFalse();
    assertThat(new Run(9).add(of(text(Form.CALLABLE, "x"), Call.EXECUTE_UPDATE).build())).isFalse();
    assertThat(new Run(9).add(of(text(Form.PLAIN, "x"), Call.EXECUTE_UPDATE).build())).isFalse();
    StatementText keys = new StatementText(Form.PREPARED, "insert into t", new String[] {"id"});
    assertThat(new Run(9).add(of(keys, Call.EXECUTE_UPDATE).build())).isFalse();
  }

  @Test
  void ofAnExecuteTheSourceMustHaveSaidThatItWasAnUpdate() {
    SourceResult counted = new SourceResult();
    counted.updateCount(1);
    SourceResult nobodyHasLooked = new SourceResult();

    assertThat(new Run(9).add(of(INSERT, Call.EXECUTE).result(counted).build())).isTrue();
    assertThat(new Run(9).add(of(INSERT, Call.EXECUTE).result(nobodyHasLooked).build())).isFalse();
    assertThat(new Run(9).add(of(INSERT, Call.EXECUTE).build())).isFalse();
  }

  @Test
  void nullsOfDifferentTypesAndNullsBesideValuesAreNotAlike() {
    assertThat(areAlike(row(Setter.NULL, 4), row(Setter.NULL, 4))).isTrue();
    assertThat(areAlike(row(Setter.NULL, 4), row(Setter.NULL, 12))).isFalse();
    assertThat(areAlike(row(Setter.OBJECT, null), row(Setter.OBJECT, 1))).isFalse();
    assertThat(areAlike(row(Setter.INT, 1), row(Setter.NULL, 4))).isFalse();
  }

  @Test
  void whatIsReadWhileItIsSentIsLeftOut() {
    assertThat(areAlike(row(Setter.BYTES, new byte[9]), row(Setter.BYTES, new byte[1]))).isTrue();
    assertThat(new Run(9).add(insert().rows(rows(row(Setter.BLOB, null))).build())).isFalse();
    assertThat(new Run(9).add(insert().rows(rows(row(Setter.OBJECT, this))).build())).isFalse();
  }

  @Test
  void bytesAreBounded() {
    Run run = new Run(Run.MAX_REQUESTS);
    Request large = insert().rows(rows(row(Setter.BYTES, new byte[300_000]))).build();
    int added = 0;
    while (run.add(large)) {
      added++;
    }
    assertThat(added).isEqualTo(3);
  }

  private static boolean areAlike(Parameter[] one, Parameter[] other) {
    Run run = new Run(9);
    return run.add(insert().rows(rows(one)).build()) && run.add(insert().rows(rows(other)).build());
  }

  private static Request.Builder insert() {
    return of(INSERT, Call.EXECUTE_UPDATE);
  }

  private static Request.Builder of(StatementText text, Call call) {
    return Request.of(text, call).rows(rows(row(Setter.INT, 1)));
  }

  private static List<Parameter[]> rows(Parameter[] row) {
    return List.<Parameter[]>of(row);
  }

  private static Parameter[] row(Setter setter, Object value) {
    return new Parameter[] {Parameter.of(setter, 1, value, null, null)};
  }

  private static StatementText text(Form form, String sql) {
    return new StatementText(form, sql, null);
  }
}
