package io.jdbcmirror.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.config.Setting;
import java.io.IOException;

/** The settings by key: value (secrets masked, null where there is none) and source. */
public final class SettingsJson {
  private SettingsJson() {}

  /** The object {@code settings}. */
  public static void write(JsonGenerator out, Config config) throws IOException {
    out.writeObjectFieldStart("settings");
    for (Setting setting : Setting.values()) {
      out.writeObjectFieldStart(setting.key());
      out.writeStringField("value", config.shown(setting));
      out.writeStringField("source", config.origin(setting));
      out.writeEndObject();
    }
    out.writeEndObject();
  }
}
