package io.jdbcmirror.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What stands at one path. Thread-safe; changes nothing. */
interface Page {
  /**
   * @param accept the request's header of that name
   */
  Response get(@Nullable String accept) throws IOException;
}
