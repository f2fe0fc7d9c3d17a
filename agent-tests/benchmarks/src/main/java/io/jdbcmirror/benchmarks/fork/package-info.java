/** Applications of the benchmarks in JVMs of their own: how they are started and spoken to. */
package io.jdbcmirror.benchmarks.fork;
