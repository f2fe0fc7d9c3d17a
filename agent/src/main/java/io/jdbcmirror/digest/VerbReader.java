package io.jdbcmirror.digest;

import io.jdbcmirror.digest.SqlTokens.Kind;
import java.util.Set;

/** Finds what a statement does: its first word, or the main one behind {@code WITH}. */
final class VerbReader {
  private static final Set<String> MAIN =
      Keywords.words("SELECT INSERT UPDATE DELETE MERGE REPLACE VALUES TABLE");
  private static final int MAX_LENGTH = 32;

  private String verb = "";
  private boolean main;
  private int depth;
  private int withDepth;

  void accept(SqlTokens token) {
    if (main) {
      return;
    }
    if (token.is("(")) {
      depth++;
    } else if (token.is(")")) {
      depth--;
    } else if (token.kind() == Kind.WORD && token.word().length() <= MAX_LENGTH) {
      word(token.word());
    }
  }

  private void word(String word) {
    if (verb.isEmpty()) {
      verb = word;
      withDepth = depth;
      main = !word.equals("WITH");
    } else if (depth == withDepth && MAIN.contains(word)) {
      verb = word;
      main = true;
    }
  }

  /** Upper case; empty for a text without a word. */
  String verb() {
    return verb;
  }
}
