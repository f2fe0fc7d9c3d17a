package io.jdbcmirror.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.traffic.OutParameter;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutParameterBinderTest {
  private final List<String> calls = new ArrayList<>();
  private final CallableStatement statement =
      (CallableStatement)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {CallableStatement.class},
              (proxy, method, arguments) -> {
                calls.add(Arrays.toString(method.getParameterTypes()) + Arrays.toString(arguments));
                return null;
              });

  @Test
  void everyOverloadIsCalledAsTheApplicationDid() throws SQLException {
    OutParameterBinder.register(
        statement,
        Arrays.asList(
            new OutParameter(1, Types.INTEGER, null),
            new OutParameter(1, Types.DECIMAL, 2),
            new OutParameter(1, Types.STRUCT, "P"),
            new OutParameter(1, JDBCType.INTEGER, null),
            new OutParameter(1, JDBCType.DECIMAL, 2),
            new OutParameter(1, JDBCType.STRUCT, "P"),
            new OutParameter("n", Types.INTEGER, null),
            new OutParameter("n", Types.DECIMAL, 2),
            new OutParameter("n", Types.STRUCT, "P"),
            new OutParameter("n", JDBCType.INTEGER, null),
            new OutParameter("n", JDBCType.DECIMAL, 2),
            new OutParameter("n", JDBCType.STRUCT, "P")));

    String string = "class java.lang.String";
    String type = "interface java.sql.SQLType";
    assertThat(calls)
        .containsExactly(
            "[int, int][1, 4]",
            "[int, int, int][1, 3, 2]",
            "[int, int, " + string + "][1, 2002, P]",
            "[int, " + type + "][1, INTEGER]",
            "[int, " + type + ", int][1, DECIMAL, 2]",
            "[int, " + type + ", " + string + "][1, STRUCT, P]",
            "[" + string + ", int][n, 4]",
            "[" + string + ", int, int][n, 3, 2]",
            "[" + string + ", int, " + string + "][n, 2002, P]",
            "[" + string + ", " + type + "][n, INTEGER]",
            "[" + string + ", " + type + ", int][n, DECIMAL, 2]",
            "[" + string + ", " + type + ", " + string + "][n, STRUCT, P]");
  }
}
