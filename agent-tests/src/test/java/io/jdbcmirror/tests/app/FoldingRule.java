package io.jdbcmirror.tests.app;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements that are all one digest: its text, the tables it names, and the statements. */
public record FoldingRule(String digest, List<String> tables, List<String> statements)
    implements Serializable {
  /** One without statements. */
  public static FoldingRule rule(String digest, String... tables) {
    return new FoldingRule(digest, List.of(tables), List.of());
  }

  /** The same with one more statement; of one with parameters each is 1. */
  public FoldingRule of(String statement) {
    return new FoldingRule(
        digest, tables, Stream.concat(statements.stream(), Stream.of(statement)).toList());
  }

  /** As JSON has them. */
  public String quotedTables() {
    return tables.stream().map(table -> '"' + table + '"').collect(Collectors.joining(","));
  }

  /** Executes each statement once, in the application. */
  public void execute(Scene scene) throws SQLException {
    for (String sql : statements) {
      try (PreparedStatement statement = scene.connection("a").prepareStatement(sql)) {
        for (int i = 1; i <= sql.chars().filter(c -> c == '?').count(); i++) {
          statement.setInt(i, 1);
        }
        statement.execute();
      }
    }
  }
}
