/**
 * The report on a whole run: the verdict and its reasons, as JSON, as HTML and as plain text. The
 * latter two are made of the JSON, so that they say the same wherever they are read.
 */
package io.jdbcmirror.report;
