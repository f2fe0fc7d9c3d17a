package io.jdbcmirror.capture;

/**
 * What hangs on a driver's connection, statement, result set or COPY. A class and not an interface:
 * hooks ask for it at every call, on threads of both databases, and HotSpot remembers for each
 * class only the one interface that it was asked for last, in a place that all threads write to
 * (JDK-8180450).
 */
abstract class DriverState {}
