package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.Setter;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkInsertTest {
  private final List<String> prepared = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values (?)",
        "INSERT INTO shop.t (v)\n VALUES ( ? ) ",
        "insert into t (id, v) values (?,?, ?)"
      })
  void parametersAlone(String sql) {
    assertThat(BulkInsert.takes(insert(sql, Setter.INT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values (?, 1)",
        "insert into t values (? + ?)",
        "insert into t values (?), (?)",
        "insert into t values (?) on duplicate key update v = 1",
        "insert ignore into t values (?)",
        "insert into t select ?",
        "update t set v = ?"
      })
  void anythingElse(String sql) {
    assertThat(BulkInsert.takes(insert(sql, Setter.INT))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Setter.class,
      names = {"NULL", "SHORT", "INT", "LONG", "STRING"},
      mode = EnumSource.Mode.EXCLUDE)
  void whatMayBeAnotherValueInBinaryForm(Setter setter) {
    assertThat(BulkInsert.takes(insert("insert into t values (?)", setter))).isFalse();
  }

  @Test
  void aDriverThatDoesNotCountInBulkIsAskedInAnotherWayFromThenOn() throws Exception {
    TargetSession session =
        new TargetSession(
            proxy(Connection.class, this::onConnection),
            TargetSettings.of("jdbc:mariadb://h/d").build(),
            new CallWatch(),
            null,
            Vendor.MARIADB,
            new SequenceGuards(false));
    Request insert = insert("insert into t values (?)", Setter.INT);
    List<Request> two = Arrays.asList(insert, insert);
    List<TargetAnswer> answers = Arrays.asList(answer(insert), answer(insert));

    assertThatThrownBy(() -> session.executeTogether(two, answers))
        .isInstanceOf(SQLException.class);
    session.executeTogether(two, answers);
    session.executeTogether(two, Arrays.asList(answer(insert), answer(insert)));

    assertThat(prepared).containsExactly("in bulk", "with keys");
    assertThat(answers.get(1).counts()).containsExactly(1);
  }

  private Object onConnection(Object proxy, Method method, Object[] arguments) {
    if (!method.getName().equals("prepareStatement")) {
      return method.getReturnType() == boolean.class ? false : null;
    }
    boolean withKeys = arguments.length == 2;
    prepared.add(withKeys ? "with keys" : "in bulk");
    int count = withKeys ? 1 : Statement.SUCCESS_NO_INFO;
    return proxy(
        PreparedStatement.class,
        (statement, called, values) ->
            called.getName().equals("executeBatch") ? new int[] {count, count} : null);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            BulkInsertTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static TargetAnswer answer(Request request) {
    return new TargetAnswer(request, Collections.emptyList());
  }

  private static Request insert(String sql, Setter setter) {
    Parameter[] row = {Parameter.of(setter, 1, 1, null, null)};
    return Request.of(new StatementText(Form.PREPARED, sql, null), Call.EXECUTE_UPDATE)
        .rows(Collections.singletonList(row))
        .build();
  }
}
