package io.jdbcmirror.http;

import io.jdbcmirror.config.Config;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Who is answered: everybody, or one user by basic authentication (RFC 7617). Immutable. */
final class Access {
  private static final String SCHEME = "Basic ";

  private final byte @Nullable [] expected;

  private Access(byte @Nullable [] expected) {
    this.expected = expected;
  }

  static Access everybody() {
    return new Access(null);
  }

  static Access of(Config config) {
    String user = config.metricsUser();
    return user == null ? everybody() : of(user, String.valueOf(config.metricsPassword()));
  }

  static Access of(String user, String password) {
    return new Access((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Takes as long for a wrong password as for the right one.
   *
   * @param authorization the header's value
   */
  boolean isAllowed(@Nullable String authorization) {
    if (expected == null) {
      return true;
    }
    String given = authorization == null ? "" : authorization;
    return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(expected, decode(given));
  }

  private static byte[] decode(String authorization) {
    try {
      return Base64.getDecoder().decode(authorization.substring(SCHEME.length()).trim());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  Response denial() {
    return Response.text(401, "unauthorized")
        .header("WWW-Authenticate", "Basic realm=\"jdbc-mirror\", charset=\"UTF-8\"");
  }
}
