package io.jdbcmirror.tests.program;

import java.util.List;

/**
 * What a program under construction consists of.
 *
 * @param keyed the table whose keys the database makes
 */
record Plot(
    Dice dice,
    Recorder recorder,
    Dialect dialect,
    String urlParameters,
    List<Table> tables,
    Table keyed,
    List<Actor> actors,
    Holds holds) {

  /** Whether a failed statement dooms its transaction. */
  boolean errorAborts() {
    return dialect.errorAborts() && !urlParameters.contains("autosave=always");
  }

  /** The table that has routines of its own. */
  Table called() {
    return tables.get(0);
  }

  Table anyTable() {
    return dice.pick(tables);
  }
}
