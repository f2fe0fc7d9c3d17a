/**
 * An order service as people write them, with a load generator of its own. It knows nothing of the
 * agent.
 */
@NullMarked
package io.jdbcmirror.demo.shop;

import org.jspecify.annotations.NullMarked;
