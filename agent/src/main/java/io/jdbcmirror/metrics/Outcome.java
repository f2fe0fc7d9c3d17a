package io.jdbcmirror.metrics;

/**
 * What became of a request; every request ends in exactly one. The set is closed: group and reason
 * are metric labels.
 */
public enum Outcome {
  UNSAMPLED(Group.UNSAMPLED, ""),
  FILTERED(Group.FILTERED, ""),
  ROLLED_BACK(Group.DISCARDED, "rolled_back"),
  SOURCE_ERROR(Group.DISCARDED, "source_error"),
  COMMIT_UNKNOWN(Group.DISCARDED, "commit_unknown"),
  PARAMETERS_NOT_CAPTURED(Group.DISCARDED, "parameters_not_captured"),
  UNSUPPORTED(Group.DISCARDED, "unsupported"),
  QUEUE_FULL(Group.DROPPED, "queue_full"),
  QUEUE_BYTES(Group.DROPPED, "queue_bytes"),
  TRANSACTION_TOO_LARGE(Group.DROPPED, "transaction_too_large"),
  REFUSED(Group.DROPPED, "refused"),
  SWITCHED_OFF(Group.DROPPED, "switched_off"),
  SHUTDOWN(Group.DROPPED, "shutdown"),
  MIRRORED(Group.MIRRORED, ""),
  FAILED(Group.FAILED, "");

  /** The six outcomes of the design; {@code label} is the {@code outcome} of a transaction. */
  public enum Group {
    UNSAMPLED("unsampled"),
    FILTERED("filtered"),
    DISCARDED("discarded"),
    DROPPED("dropped"),
    MIRRORED("mirrored"),
    FAILED("failed");

    private final String label;

    Group(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  private final Group group;
  private final String reason;

  Outcome(Group group, String reason) {
    this.group = group;
    this.reason = reason;
  }

  public Group group() {
    return group;
  }

  /** The {@code reason} label of discarded and dropped requests; empty for the other groups. */
  public String reason() {
    return reason;
  }
}
