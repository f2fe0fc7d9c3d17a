/** Every metric's name and label values, and the recorders through which the other rooms count. */
package io.jdbcmirror.metrics;
