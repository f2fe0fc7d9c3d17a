package io.jdbcmirror.tests.program;

/** A value that does not tell how it was made, with the Java expression that makes it. */
record Spelled(Object value, String expression) {}
