package io.jdbcmirror.benchmarks.growth;

import java.util.Locale;

/** What grows, while all else stays as it is. */
enum Dimension {
  THREADS("threads"),
  DIGESTS("digests"),
  STATEMENTS("statements a transaction"),
  BYTES("bytes a parameter");

  private final String label;

  Dimension(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  int[] steps() {
    return switch (this) {
      case THREADS -> new int[] {1, 2, 4, 8, 16, 32, 64, 128, 200};
      case DIGESTS -> new int[] {1, 10, 100, 1_000, 5_000};
      case STATEMENTS -> new int[] {1, 10, 100, 1_000, 10_000};
      case BYTES -> new int[] {0, 100, 1_000, 10_000, 100_000, 1_000_000};
    };
  }

  String fileName() {
    return "growth-" + name().toLowerCase(Locale.ROOT);
  }

  /** A copy of what is bound has to be made; everything else has to stay flat. */
  boolean mayBeLinear() {
    return this == BYTES;
  }
}
