package io.jdbcmirror.traffic;

import java.sql.Driver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The classes of the drivers that connections have come from: where one has gone with its
 * application, another application's of the same name can stand in. Held weakly, so that no class
 * loader stays because of it. Thread-safe.
 */
public final class DriverClasses {
  private final Set<Class<? extends Driver>> seen =
      Collections.newSetFromMap(
          new WeakHashMap<Class<? extends Driver>, Boolean>()); // guarded by this

  synchronized void add(Class<? extends Driver> type) {
    seen.add(type);
  }

  /** Those of the same name that other class loaders have. */
  synchronized List<Class<? extends Driver>> namesakes(Class<?> type) {
    List<Class<? extends Driver>> namesakes = new ArrayList<>();
    for (Class<? extends Driver> each : seen) {
      if (each != type && each.getName().equals(type.getName())) {
        namesakes.add(each);
      }
    }
    return namesakes;
  }
}
