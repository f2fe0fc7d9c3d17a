package io.jdbcmirror.tests.app;

import java.io.Serializable;

/** A {@link Step} whose result goes back to the test. */
@FunctionalInterface
public interface Question<T extends Serializable> extends Serializable {
  T answer(Scene scene) throws Exception;
}
