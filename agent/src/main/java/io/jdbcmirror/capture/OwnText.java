package io.jdbcmirror.capture;

import io.jdbcmirror.capture.SqlTraits.Kind;
import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import org.jspecify.annotations.Nullable;

/**
 * The text that a statement was made with, and what follows from it. Not thread-safe, as the
 * statement is not.
 */
final class OwnText {
  private final CapturedSession session;
  private StatementText text;
  private SqlTraits traits;
  private boolean alwaysRecorded; // asked at each setter
  private boolean told;

  OwnText(CapturedSession session, StatementText text) {
    this.session = session;
    this.text = text;
    this.traits = session.classify(text.sql());
    this.alwaysRecorded = isAlwaysRecorded(text, traits);
  }

  StatementText text() {
    return text;
  }

  SqlTraits traits() {
    return traits;
  }

  /**
   * @return false, with nothing done, if it is that already
   */
  boolean become(StatementText other) {
    if (other.equals(text)) {
      return false;
    }
    text = other;
    traits = session.classify(other.sql());
    alwaysRecorded = isAlwaysRecorded(text, traits);
    told = false;
    return true;
  }

  /**
   * Of these all bindings are taken down, sampled or not: a session change is carried whatever the
   * exposure; of a call nobody could tell afterwards which of its OUT parameters is bound, too.
   */
  boolean isAlwaysRecorded() {
    return alwaysRecorded;
  }

  private static boolean isAlwaysRecorded(StatementText text, SqlTraits traits) {
    return traits.changesSession() || text.form() == Form.CALLABLE;
  }

  /** Since when its bindings are seen, where there are none yet. */
  long seenSince() {
    return alwaysRecorded ? 0 : session.seenSince();
  }

  long epoch() {
    return alwaysRecorded ? 0 : session.epoch();
  }

  int countPlaceholders() {
    return session.countPlaceholders(text.sql());
  }

  /** Whether it only works on tables, and that this is missed on the target has been told. */
  boolean mayPass(Call call) {
    boolean known = told || traits == SqlTraits.READING;
    return known && traits.kind() == Kind.ORDINARY && !alwaysRecorded && !call.isBatch();
  }

  /** It is not mirrored. Told once: what is missed once may explain a difference for good. */
  void miss() {
    if (!told) {
      told = true;
      miss(session, traits, text.sql());
    }
  }

  /**
   * Of any text: the session lacks it on the target, if it may change tables.
   *
   * @param sql null where there is none
   */
  static void miss(CapturedSession session, SqlTraits traits, @Nullable String sql) {
    if (traits.mayWrite() && sql != null) {
      session.missed(sql);
    }
  }
}
