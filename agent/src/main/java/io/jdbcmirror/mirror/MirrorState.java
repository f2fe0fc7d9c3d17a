package io.jdbcmirror.mirror;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the mirror is doing, for people: the status page shows it. Immutable; holds no secret. */
public final class MirrorState {
  /** The states a mirror can be in. */
  public enum Phase {
    WAITING("waiting for the first transaction"),
    MIRRORING("mirroring"),
    TARGET_DOWN("target down"),
    SOURCE_UNKNOWN("waiting to ask the source who it is"),
    NO_DRIVER("waiting for a driver"),
    REFUSED("refused"),
    STOPPED("stopped");

    private final String word;

    Phase(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  private final Phase phase;
  private final Instant since;
  private final @Nullable String detail;

  MirrorState(Phase phase, Instant since, @Nullable String detail) {
    this.phase = phase;
    this.since = since;
    this.detail = detail;
  }

  public Phase phase() {
    return phase;
  }

  /** Whether it applies transactions, or would if there were any. */
  public boolean isWell() {
    return phase == Phase.MIRRORING || phase == Phase.WAITING;
  }

  public Instant since() {
    return since;
  }

  /** Why nothing is mirrored; null where it is, or nothing is known against it. */
  public @Nullable String detail() {
    return detail;
  }

  /** The whole in one line: {@code target down since 2026-01-01T00:00:00Z: connection error}. */
  @Override
  public String toString() {
    switch (phase) {
      case TARGET_DOWN:
      case SOURCE_UNKNOWN:
      case NO_DRIVER:
      case REFUSED:
        return phase.word() + " since " + since + ": " + detail;
      default:
        return phase.word();
    }
  }
}
