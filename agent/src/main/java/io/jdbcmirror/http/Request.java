package io.jdbcmirror.http;

import org.jspecify.annotations.Nullable;

/** What a page may know of an HTTP request. Immutable. */
final class Request {
  private final String method;
  private final String path;
  private final String query;
  private final @Nullable String accept;

  /**
   * @param path as it was sent, not decoded; null if the request had none
   * @param query the same; without the question mark
   * @param accept the header of that name
   */
  Request(String method, @Nullable String path, @Nullable String query, @Nullable String accept) {
    this.method = method;
    this.path = path == null ? "" : path;
    this.query = query == null ? "" : query;
    this.accept = accept;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /** What stands behind the last slash; may be empty. */
  String lastSegment() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Not decoded; of several with one name the first. Null if there is none. */
  @Nullable String parameter(String name) {
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith(name + "=")) {
        return parameter.substring(name.length() + 1);
      }
    }
    return null;
  }

  @Nullable String accept() {
    return accept;
  }
}
