/**
 * Behind the dispatcher, on the application's threads: sessions, statements, transactions,
 * exposure. Follows what the application does on its connections and puts what is to be mirrored
 * into {@code traffic}. Makes no JDBC call, and no call on an object of the application's beyond
 * copying mutable values of the JDK's own classes.
 */
package io.jdbcmirror.capture;
