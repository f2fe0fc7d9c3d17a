package io.jdbcmirror.target;

import io.jdbcmirror.traffic.OutParameter;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers the same OUT parameters as the application did, by the same overloads. */
final class OutParameterBinder {
  private OutParameterBinder() {}

  /**
   * @param statement a callable one, unless there is nothing to register
   */
  static void register(PreparedStatement statement, List<OutParameter> parameters)
      throws SQLException {
    for (OutParameter parameter : parameters) {
      if (parameter.parameter() instanceof String) {
        byName((CallableStatement) statement, (String) parameter.parameter(), parameter);
      } else {
        byIndex((CallableStatement) statement, (int) parameter.parameter(), parameter);
      }
    }
  }

  private static void byIndex(CallableStatement to, int index, OutParameter parameter)
      throws SQLException {
    Object option = parameter.option();
    if (parameter.type() instanceof SQLType) {
      byIndex(to, index, (SQLType) parameter.type(), option);
      return;
    }
    int type = (int) parameter.type();
    if (option == null) {
      to.registerOutParameter(index, type);
    } else if (option instanceof Integer) {
      to.registerOutParameter(index, type, (int) option);
    } else {
      to.registerOutParameter(index, type, (String) option);
    }
  }

  private static void byIndex(
      CallableStatement to, int index, SQLType type, @Nullable Object option) throws SQLException {
    if (option == null) {
      to.registerOutParameter(index, type);
    } else if (option instanceof Integer) {
      to.registerOutParameter(index, type, (int) option);
    } else {
      to.registerOutParameter(index, type, (String) option);
    }
  }

  private static void byName(CallableStatement to, String name, OutParameter parameter)
      throws SQLException {
    Object option = parameter.option();
    if (parameter.type() instanceof SQLType) {
      byName(to, name, (SQLType) parameter.type(), option);
      return;
    }
    int type = (int) parameter.type();
    if (option == null) {
      to.registerOutParameter(name, type);
    } else if (option instanceof Integer) {
      to.registerOutParameter(name, type, (int) option);
    } else {
      to.registerOutParameter(name, type, (String) option);
    }
  }

  private static void byName(
      CallableStatement to, String name, SQLType type, @Nullable Object option)
      throws SQLException {
    if (option == null) {
      to.registerOutParameter(name, type);
    } else if (option instanceof Integer) {
      to.registerOutParameter(name, type, (int) option);
    } else {
      to.registerOutParameter(name, type, (String) option);
    }
  }
}
