package io.jdbcmirror.digest;

import io.jdbcmirror.digest.SqlTokens.Kind;
import org.jspecify.annotations.Nullable;

/** Reads a text once, word by word, for all that a digest says of it. */
final class DigestReader {
  private final SqlTokens tokens;
  private final FoldedText text = new FoldedText();
  private final ListFolder lists;
  private final TableReader tables;
  private final VerbReader verb = new VerbReader();
  private final OrderReader order = new OrderReader();
  private final NondeterminismReader nondeterminism;
  private boolean separated;

  private DigestReader(String sql, Dialect dialect) {
    this.tokens = new SqlTokens(sql, dialect);
    this.lists = new ListFolder(text, dialect);
    this.tables = new TableReader(dialect);
    this.nondeterminism = new NondeterminismReader(dialect);
  }

  static Digest read(String sql, Dialect dialect) {
    DigestReader reader = new DigestReader(sql, dialect);
    reader.readAll();
    if (!reader.tokens.isBroken()) {
      return reader.digest();
    }
    String verb = reader.verb.verb();
    DigestReader rest = new DigestReader(Keywords.isKeyword(verb) ? verb + " ?" : "?", dialect);
    rest.readAll();
    return rest.digest();
  }

  private void readAll() {
    while (tokens.next() != Kind.END) {
      if (tokens.is(";")) {
        separated = text.length() > 0;
        tables.accept(tokens);
      } else {
        separate();
        lists.accept(tokens);
        tables.accept(tokens);
        verb.accept(tokens);
        order.accept(tokens);
        nondeterminism.accept(tokens);
      }
    }
  }

  /** A semicolon counts if something comes behind it. */
  private void separate() {
    if (separated) {
      separated = false;
      lists.separate();
      tables.separate();
      order.separate();
    }
  }

  private Digest digest() {
    text.finish();
    @Nullable String word = nondeterminism.word();
    return new Digest(
        text,
        tables.tables(tokens),
        verb.verb(),
        order.isOrdered(),
        word == null ? order.unordered() : word);
  }
}
