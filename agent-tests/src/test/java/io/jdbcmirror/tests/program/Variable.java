package io.jdbcmirror.tests.program;

/** What one line of a program leaves to later ones. */
record Variable(String name, Class<?> type) {}
