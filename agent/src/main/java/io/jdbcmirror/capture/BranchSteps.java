package io.jdbcmirror.capture;

import io.jdbcmirror.capture.BranchStep.Step;
import io.jdbcmirror.support.SqlLexer;
import io.jdbcmirror.support.SqlLexer.Token;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the statements of two-phase commit. Drivers send them for their {@code XAResource},
 * applications may send them too:
 *
 * <ul>
 *   <li>PostgreSQL: {@code PREPARE TRANSACTION}, {@code COMMIT PREPARED}, {@code ROLLBACK PREPARED}
 *   <li>H2: {@code PREPARE COMMIT}, {@code COMMIT TRANSACTION}, {@code ROLLBACK TRANSACTION}
 *   <li>MySQL, MariaDB: {@code XA} with a verb
 * </ul>
 */
final class BranchSteps {
  /** What follows a branch's name. */
  private static final Set<String> AFTER_NAME =
      new HashSet<>(Arrays.asList("ONE", "JOIN", "RESUME", "SUSPEND", "CONVERT"));

  private final SourceVendor vendor;

  BranchSteps(SourceVendor vendor) {
    this.vendor = vendor;
  }

  /**
   * @return null for a statement that has nothing to do with two-phase commit
   */
  @Nullable BranchStep of(SqlStatement statement, String sql) {
    Step step = step(statement);
    return step == null ? null : new BranchStep(step, branch(sql));
  }

  private @Nullable Step step(SqlStatement statement) {
    switch (statement.word(0)) {
      case "PREPARE":
        return prepares(statement.word(1)) ? Step.PREPARE : null;
      case "COMMIT":
        return isOfPrepared(statement) ? Step.COMMIT : null;
      case "ROLLBACK":
        return isOfPrepared(statement) ? Step.ROLLBACK : null;
      case "XA":
        return xa(statement);
      default:
        return null;
    }
  }

  private static boolean prepares(String second) {
    return second.equals("TRANSACTION") || second.equals("COMMIT");
  }

  /** Elsewhere {@code COMMIT TRANSACTION} is a plain commit, whatever name follows. */
  private boolean isOfPrepared(SqlStatement statement) {
    boolean named = statement.word(1).equals("TRANSACTION") && !statement.word(2).isEmpty();
    return statement.word(1).equals("PREPARED") || (named && vendor == SourceVendor.H2);
  }

  private static Step xa(SqlStatement statement) {
    switch (statement.word(1)) {
      case "START":
      case "BEGIN":
        return Step.START;
      case "PREPARE":
        return Step.PREPARE;
      case "COMMIT":
        return statement.hasWord("ONE") ? Step.COMMIT_ONE_PHASE : Step.COMMIT;
      case "ROLLBACK":
        return Step.ROLLBACK;
      default:
        return Step.NONE;
    }
  }

  /** What stands after the statement's two first words, without blanks and comments. */
  private String branch(String sql) {
    SqlLexer lexer = new SqlLexer(sql, vendor);
    lexer.next();
    lexer.next();
    StringBuilder name = new StringBuilder();
    for (Token token = lexer.next(); token != Token.END; token = lexer.next()) {
      boolean separator = token == Token.SYMBOL && lexer.symbol() == ';';
      if (separator || (token == Token.WORD && AFTER_NAME.contains(lexer.word()))) {
        break;
      }
      boolean isName = token == Token.WORD || token == Token.QUOTED_NAME;
      name.append(isName ? lexer.word() : sql.substring(lexer.start(), lexer.end()));
    }
    return name.toString();
  }
}
