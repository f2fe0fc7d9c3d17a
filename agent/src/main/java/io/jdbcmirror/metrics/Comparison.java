package io.jdbcmirror.metrics;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one request, with what belongs to it: the reason where it was not compared, the
 * attribution where it differs. Equal ones are the same object, and there are few. Immutable.
 */
public final class Comparison {
  private static final Comparison MATCH = new Comparison(Verdict.MATCH, null, null);
  private static final Map<NotCompared, Comparison> NOT_COMPARED = new EnumMap<>(NotCompared.class);
  private static final Map<Verdict, Map<Attribution, Comparison>> DIFFERENCES =
      new EnumMap<>(Verdict.class);

  static {
    for (NotCompared reason : NotCompared.values()) {
      NOT_COMPARED.put(reason, new Comparison(Verdict.NOT_COMPARED, reason, null));
    }
    for (Verdict verdict : Verdict.values()) {
      if (verdict.isDifference()) {
        DIFFERENCES.put(verdict, differences(verdict));
      }
    }
  }

  private final Verdict verdict;
  private final @Nullable NotCompared reason;
  private final @Nullable Attribution attribution;

  private Comparison(
      Verdict verdict, @Nullable NotCompared reason, @Nullable Attribution attribution) {
    this.verdict = verdict;
    this.reason = reason;
    this.attribution = attribution;
  }

  private static Map<Attribution, Comparison> differences(Verdict verdict) {
    Map<Attribution, Comparison> differences = new EnumMap<>(Attribution.class);
    for (Attribution attribution : Attribution.values()) {
      differences.put(attribution, new Comparison(verdict, null, attribution));
    }
    return differences;
  }

  public static Comparison match() {
    return MATCH;
  }

  public static Comparison notCompared(NotCompared reason) {
    return known(NOT_COMPARED.get(reason));
  }

  /**
   * @throws IllegalArgumentException if the verdict is none of a difference
   */
  public static Comparison difference(Verdict verdict, Attribution attribution) {
    Map<Attribution, Comparison> differences = DIFFERENCES.get(verdict);
    return known(differences == null ? null : differences.get(attribution));
  }

  private static Comparison known(@Nullable Comparison comparison) {
    if (comparison == null) {
      throw new IllegalArgumentException("not a difference");
    }
    return comparison;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** Null where the request was compared. */
  public @Nullable NotCompared reason() {
    return reason;
  }

  /** Null where there is no difference. */
  public @Nullable Attribution attribution() {
    return attribution;
  }
}
