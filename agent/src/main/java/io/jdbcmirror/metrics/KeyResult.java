package io.jdbcmirror.metrics;

/**
 * What became of the keys that the source generated for a mirrored insert. The set is closed: the
 * label is a metric's.
 */
public enum KeyResult {
  /** The target would have handed out the same anyway. */
  SAME("same"),
  /** The target was made to hand out the same. */
  SET("set"),
  /** The application has not read them, not all of them, or too late: the target's are its own. */
  NOT_READ("not_read"),
  /** The target cannot be made to, or it is not certain which key is whose. */
  UNSUPPORTED("unsupported");

  private final String label;

  KeyResult(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
