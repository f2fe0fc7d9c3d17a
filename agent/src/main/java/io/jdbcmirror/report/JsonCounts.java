package io.jdbcmirror.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Writes a count for each constant of a closed set, as fields under their labels. */
public final class JsonCounts {
  private JsonCounts() {}

  /** An object of them. */
  public static <K> void write(
      JsonGenerator out, String name, K[] keys, Function<K, String> label, ToLongFunction<K> count)
      throws IOException {
    out.writeObjectFieldStart(name);
    for (K key : keys) {
      out.writeNumberField(label.apply(key), count.applyAsLong(key));
    }
    out.writeEndObject();
  }
}
