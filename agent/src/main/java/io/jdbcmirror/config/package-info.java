/** The settings: read once, checked, immutable. Start at {@link io.jdbcmirror.config.Config}. */
package io.jdbcmirror.config;
