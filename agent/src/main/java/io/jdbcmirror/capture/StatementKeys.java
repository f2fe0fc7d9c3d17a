package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.GeneratedKeys;
import io.jdbcmirror.traffic.StatementText;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a statement's last execution has generated, to be taken down as the application
 * reads them. Not thread-safe, as the statement is not.
 */
final class StatementKeys {
  private final CapturedSession session;
  private @Nullable KeyForm ownForm;
  private KeyForm executedForm = KeyForm.NONE;
  private @Nullable GeneratedKeys keys;

  StatementKeys(CapturedSession session) {
    this.session = session;
  }

  /** The statement was made with another text. */
  void remade() {
    ownForm = null;
  }

  /** An execution begins: what it generates takes the place of what was there. */
  void clear() {
    keys = null;
  }

  boolean isEmpty() {
    return keys == null;
  }

  /** An execution of the statement's own text begins. */
  void takeOwn(ExecuteCall begun, StatementText text) {
    KeyForm form = ownForm;
    if (form == null) {
      form = session.keyForm(text);
      ownForm = form;
    }
    take(begun, form);
  }

  /** An execution of a text that was given to the call begins. */
  void takeOf(ExecuteCall begun, StatementText text) {
    take(begun, session.keyForm(text));
  }

  private void take(ExecuteCall begun, KeyForm form) {
    if (form != KeyForm.NONE) {
      keys = begun.recordKeys();
    }
    executedForm = form;
  }

  /**
   * Where the last execution's keys are to be taken down as they are read.
   *
   * @return null if they are not, or not in this form
   */
  @Nullable GeneratedKeys in(KeyForm form) {
    return form == executedForm ? keys : null;
  }

  /** A fault of the agent's own: what is read of them is not known. */
  void lose() {
    GeneratedKeys lost = keys;
    if (lost != null) {
      lost.lose();
      session.keysRead(lost);
    }
  }

  /** The statement is closed: no more of them can be read. */
  void close() {
    GeneratedKeys unread = keys;
    if (unread != null) {
      session.keysRead(unread);
    }
  }
}
