package io.jdbcmirror.benchmarks.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A small program on H2 in memory: says when it has the first query's result, and ends. */
public final class QueryProgram {
  private QueryProgram() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:small", "sa", "")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create table item (id int primary key, name varchar(40))");
        statement.execute("insert into item values (1, 'first')");
      }
      try (PreparedStatement select =
          connection.prepareStatement("select name from item where id = ?")) {
        select.setInt(1, 1);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          FirstWord.say(row.getString(1));
        }
      }
    }
  }
}
