package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.OutParameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is registered on one callable statement. Registrations outlive executions, transactions and
 * {@code clearParameters} in JDBC, and are few: they are taken down whether or not a transaction is
 * sampled.
 *
 * <p>Not thread-safe, as the statement is not.
 */
final class OutParameters {
  /** More than any procedure has. */
  private static final int MAX = 1 << 16;

  private final Map<Object, OutParameter> known = new LinkedHashMap<>();
  private boolean distrusted;
  private @Nullable List<OutParameter> snapshot;

  /**
   * @param parameter its index or name
   */
  void register(@Nullable Object parameter, @Nullable Object type, @Nullable Object option) {
    Object typeCopy = Copies.of(type);
    snapshot = null;
    if (parameter == null || typeCopy == null || typeCopy == Copies.NOT_CAPTURED) {
      distrusted = true; // the application's own type: its methods are not called
    } else {
      known.put(parameter, new OutParameter(parameter, typeCopy, option));
      distrusted |= known.size() > MAX;
    }
  }

  /** One of them was missed. Cannot fail. */
  void distrust() {
    distrusted = true;
  }

  /**
   * As they stand, in the order of their first registration.
   *
   * @return null if one of them is not known
   */
  @Nullable List<OutParameter> snapshot() {
    if (distrusted) {
      return null;
    }
    List<OutParameter> taken = snapshot;
    if (taken == null) {
      taken = Collections.unmodifiableList(new ArrayList<>(known.values()));
      snapshot = taken;
    }
    return taken;
  }
}
