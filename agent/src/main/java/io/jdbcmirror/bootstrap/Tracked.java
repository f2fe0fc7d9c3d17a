package io.jdbcmirror.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * Implemented, with a field, by the driver's connection and statement classes as they load: the
 * agent's state hangs on the driver's own objects. A subclass that is instrumented too overrides
 * its superclass's accessors, so one object has one state.
 */
public interface Tracked {
  @Nullable Object jdbcMirror$state();

  void jdbcMirror$state(@Nullable Object state);
}
