/**
 * Every metric's name and label values, the recorders through which the other rooms count, and what
 * JMX shows of them.
 */
package io.jdbcmirror.metrics;
