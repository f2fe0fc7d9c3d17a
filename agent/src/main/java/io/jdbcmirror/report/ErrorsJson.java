package io.jdbcmirror.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.metrics.DigestError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Failed attempts on the target: type, sqlState, count; the most frequent first. */
public final class ErrorsJson {
  private ErrorsJson() {}

  /** Writes them as a field, an array. */
  public static void write(JsonGenerator out, Map<DigestError, Long> errors) throws IOException {
    out.writeArrayFieldStart("errorsBy");
    for (Map.Entry<DigestError, Long> error : mostFrequentFirst(errors)) {
      out.writeStartObject();
      out.writeStringField("type", error.getKey().type().label());
      out.writeStringField("sqlState", error.getKey().sqlState());
      out.writeNumberField("count", error.getValue());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** Entries of counts, by these. */
  public static <K> List<Map.Entry<K, Long>> mostFrequentFirst(Map<K, Long> counts) {
    List<Map.Entry<K, Long>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(Map.Entry.<K, Long>comparingByValue().reversed());
    return entries;
  }
}
