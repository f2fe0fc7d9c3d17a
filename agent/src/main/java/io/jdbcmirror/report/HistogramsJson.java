package io.jdbcmirror.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.metrics.TimeBuckets;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Both sides' times: from, until (not included) and count, where that is not 0. */
public final class HistogramsJson {
  private static final double MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);

  private HistogramsJson() {}

  /** Writes them as a field, an object. */
  public static void write(JsonGenerator out, TimeBuckets source, TimeBuckets target)
      throws IOException {
    out.writeObjectFieldStart("histogramsSeconds");
    writeSide(out, "source", source);
    writeSide(out, "target", target);
    out.writeEndObject();
  }

  private static void writeSide(JsonGenerator out, String side, TimeBuckets times)
      throws IOException {
    out.writeArrayFieldStart(side);
    for (int i = 0; i < times.size(); i++) {
      out.writeStartObject();
      out.writeNumberField("from", times.fromMicros(i) / MICROS_PER_SECOND);
      out.writeNumberField("until", times.untilMicros(i) / MICROS_PER_SECOND);
      out.writeNumberField("count", times.count(i));
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
