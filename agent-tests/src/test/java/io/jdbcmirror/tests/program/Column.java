package io.jdbcmirror.tests.program;

/** A column besides the key. */
record Column(String name, ColumnType type) {}
