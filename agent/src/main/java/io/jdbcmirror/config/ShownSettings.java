package io.jdbcmirror.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The effective settings as people may see them: secrets masked, with their sources. Immutable. */
final class ShownSettings {
  private final Map<Setting, String> shown;
  private final Map<Setting, String> origins;

  /**
   * @param origins of those that were set; the others are defaults
   */
  ShownSettings(Map<Setting, String> shown, Map<Setting, String> origins) {
    this.shown = new EnumMap<Setting, String>(shown);
    this.origins = new EnumMap<Setting, String>(origins);
  }

  @Nullable String value(Setting setting) {
    return shown.get(setting);
  }

  String origin(Setting setting) {
    String origin = origins.get(setting);
    return origin == null ? "default" : origin;
  }

  List<String> describe() {
    List<String> lines = new ArrayList<String>();
    StringBuilder defaults = new StringBuilder("defaults:");
    for (Map.Entry<Setting, String> entry : shown.entrySet()) {
      String line = entry.getKey().key() + "=" + entry.getValue();
      if (origins.containsKey(entry.getKey())) {
        lines.add(line + " (" + origin(entry.getKey()) + ")");
      } else {
        defaults.append(' ').append(line);
      }
    }
    lines.add(defaults.toString());
    return lines;
  }
}
