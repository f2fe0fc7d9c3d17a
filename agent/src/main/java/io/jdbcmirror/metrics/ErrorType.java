package io.jdbcmirror.metrics;

/** The {@code type} label of {@code mirror_errors_total}: a closed set. */
public enum ErrorType {
  TIMEOUT("timeout"),
  CONNECTION("connection"),
  PROTOCOL("protocol"),
  IO("io"),
  QUERY("query"),
  BUFFER_FULL("buffer_full"),
  OTHER("other");

  private final String label;

  ErrorType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
