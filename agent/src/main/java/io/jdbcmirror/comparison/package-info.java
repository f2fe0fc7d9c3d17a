/**
 * What the target's answers are worth beside the source's: the verdict on each request, and what
 * explains a difference.
 */
package io.jdbcmirror.comparison;
