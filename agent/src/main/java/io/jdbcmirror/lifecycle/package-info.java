/** Composition root: what is started and stopped, and in which order. */
package io.jdbcmirror.lifecycle;
