package io.jdbcmirror.comparison;

import io.jdbcmirror.digest.Dialect;
import io.jdbcmirror.digest.Digest;
import io.jdbcmirror.digest.Digests;
import io.jdbcmirror.metrics.DigestName;
import io.jdbcmirror.traffic.ReadStep;
import io.jdbcmirror.traffic.Request;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The statements of one source database, by their digests: what they are called, and how their
 * results were read the last time. Bounded. Belongs to one mirror thread.
 */
final class Statements {
  private static final int MAX_TEXTS = 2_000;
  private static final int MAX_CHARACTERS = 2_000_000;
  private static final int MAX_STATEMENTS = 2_000;

  /** PostgreSQL's WITH and the standard's FINAL TABLE: a query that changes what it reads. */
  private static final Pattern CHANGES_WITHIN =
      Pattern.compile("\\(\\s*(insert|update|delete|merge)\\s", Pattern.CASE_INSENSITIVE);

  private static final Set<String> CALLS =
      new HashSet<>(Arrays.asList("CALL", "EXEC", "EXECUTE", "DO"));

  private final Digests digests;
  private final Map<String, Known> known =
      new LinkedHashMap<String, Known>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MAX_STATEMENTS;
        }
      };

  /**
   * @param sourceUrl whose dialect the texts are written in
   */
  Statements(String sourceUrl) {
    this.digests = new Digests(Dialect.of(sourceUrl), MAX_TEXTS, MAX_CHARACTERS);
  }

  /** Of a plain batch it is that of its first entry. */
  Known of(Request request) {
    String sql = request.statement().sql();
    if (sql == null) {
      sql = request.batchSql().isEmpty() ? "" : request.batchSql().get(0);
    }
    return of(sql);
  }

  Known of(String sql) {
    Digest digest = digests.of(sql);
    return known.computeIfAbsent(digest.id(), id -> new Known(digest));
  }

  /** A statement that was met before. */
  static final class Known {
    private final Digest digest;
    private final DigestName name;
    private final boolean mayWrite;
    private List<ReadStep> steps = Collections.emptyList();

    private Known(Digest digest) {
      this.digest = digest;
      this.mayWrite = mayWrite(digest);
      this.name = new DigestName(digest.id(), digest.text(), digest.verb(), digest.tables());
    }

    Digest digest() {
      return digest;
    }

    DigestName name() {
      return name;
    }

    /** How its last result was read that the application was through with. */
    List<ReadStep> steps() {
      return steps;
    }

    void steps(List<ReadStep> read) {
      steps = read.isEmpty() ? steps : read;
    }

    /** Whether the rows it inserts are its own: no table can explain what stands in them. */
    boolean insertsItsOwn() {
      return digest.verb().equals("INSERT") && digest.tables().size() == 1;
    }

    boolean mayWrite() {
      return mayWrite;
    }

    /** It may change tables that it does not name. */
    boolean callsProcedure() {
      return CALLS.contains(digest.verb());
    }

    private static boolean mayWrite(Digest digest) {
      switch (digest.verb()) {
        case "SELECT":
          return CHANGES_WITHIN.matcher(digest.text()).find();
        case "VALUES":
        case "SHOW":
        case "EXPLAIN":
        case "DESCRIBE":
        case "SET":
          return false;
        default:
          return true;
      }
    }
  }
}
