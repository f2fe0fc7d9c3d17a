package io.jdbcmirror.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Makes responses of one JSON object each. Thread-safe. */
final class Json {
  private final JsonFactory factory = new JsonFactory();

  /** The fields of the object. */
  interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  Response respond(Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    try (JsonGenerator out = factory.createGenerator(bytes)) {
      out.writeStartObject();
      body.write(out);
      out.writeEndObject();
    }
    return new Response(200, "application/json", bytes.toByteArray());
  }
}
