package io.jdbcmirror.tests.program;

import java.sql.SQLException;

/** Something that a program may do next. */
@FunctionalInterface
interface Move {
  /**
   * @return false if it is not possible now: nothing was done
   */
  boolean make(Plot plot, Actor actor) throws SQLException;
}
