/**
 * Which classes and methods are instrumented, and with what. Each {@code *Instrumentation} names
 * the JDBC methods of one kind and holds the advice that is inlined into them: an empty shell that
 * hands over to the hooks of {@code bootstrap}.
 */
package io.jdbcmirror.instrumentation;
