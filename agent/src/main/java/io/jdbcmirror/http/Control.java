package io.jdbcmirror.http;

import io.jdbcmirror.config.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths that change something, for who has the token; without one in the settings there are
 * none. The token stands in a header that no page of another site can make a browser send, and is
 * all that is asked for here: no user and password besides, which would want the same header.
 * Thread-safe.
 */
final class Control {
  private static final String SCHEME = "Bearer ";

  private final byte[] token;
  private final Map<String, Command> commands;

  /**
   * @param commands by path; kept, not copied
   */
  private Control(String token, Map<String, Command> commands) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.commands = commands;
  }

  static Control off() {
    return new Control("", Collections.<String, Command>emptyMap());
  }

  static Control of(Config config, ExposureControl exposure) {
    String token = config.controlToken();
    return token == null ? off() : new Control(token, new ExposureCommands(exposure).byPath());
  }

  /**
   * @param path as it was sent, not decoded; null if the request had none
   */
  boolean isAt(@Nullable String path) {
    return path != null && commands.containsKey(path);
  }

  /**
   * @param path one at which this {@link #isAt}
   */
  Response respond(String method, @Nullable String path, Post post) throws IOException {
    Command command = commands.get(path);
    if (command == null) {
      return Response.text(404, "not found");
    }
    if (!method.equals("POST")) {
      return Response.text(405, "method not allowed").header("Allow", "POST");
    }
    if (!isAllowed(post.authorization())) {
      return Response.text(401, "unauthorized: the token of control.token-file is wanted")
          .header("WWW-Authenticate", "Bearer realm=\"jdbc-mirror\"");
    }
    String body = post.readBody();
    return body == null
        ? Response.text(413, "the body has more than " + Post.MAX_BODY + " bytes")
        : command.run(body, post.client());
  }

  /** Takes as long for a wrong token as for the right one. */
  private boolean isAllowed(@Nullable String authorization) {
    String given = authorization == null ? "" : authorization;
    return given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(token, bytes(given.substring(SCHEME.length()).trim()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
