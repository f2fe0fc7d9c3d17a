package io.jdbcmirror.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What of a request's content a command wants to know. Used once, by one thread. */
final class Post {
  static final int MAX_BODY = 1_024;

  private final @Nullable String authorization;
  private final InputStream body;
  private final String client;

  /**
   * @param authorization the header's value
   * @param client the address it came from
   */
  Post(@Nullable String authorization, InputStream body, String client) {
    this.authorization = authorization;
    this.body = body;
    this.client = client;
  }

  @Nullable String authorization() {
    return authorization;
  }

  String client() {
    return client;
  }

  /**
   * @return null if it is longer than 1,024 bytes, of which no more is read
   */
  @Nullable String readBody() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[MAX_BODY + 1];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > MAX_BODY) {
        return null;
      }
    }
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }
}
