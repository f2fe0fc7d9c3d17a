package io.jdbcmirror.http;

import java.io.IOException;

/** What stands at one path. Thread-safe; changes nothing. */
interface Page {
  Response get(Request request) throws IOException;
}
