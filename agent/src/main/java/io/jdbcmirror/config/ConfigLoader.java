package io.jdbcmirror.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Joins the layers of settings, highest first, and checks what comes of it. Used once. */
final class ConfigLoader {
  private final Findings findings = new Findings();
  private final List<Layer> layers = new ArrayList<Layer>();
  private final Map<Setting, Object> values = new EnumMap<Setting, Object>(Setting.class);
  private final Map<Setting, String> shown = new EnumMap<Setting, String>(Setting.class);
  private final Map<Setting, String> origins = new EnumMap<Setting, String>(Setting.class);

  Config load(
      @Nullable String agentArgument, Properties properties, Map<String, String> environment)
      throws ConfigException {
    Layers reader = new Layers(findings);
    layers.add(reader.ofSystemProperties(properties));
    layers.add(reader.ofAgentArgument(agentArgument));
    layers.add(reader.ofEnvironment(environment));
    addFile(reader);
    for (Setting setting : Setting.values()) {
      readSetting(setting);
    }
    checkTarget();
    Map<Setting, String> passwords = new Passwords(values, findings).read();
    boolean enabled = !"false".equals(values.get(Setting.ENABLED));
    if (enabled && !findings.problems.isEmpty()) {
      throw new ConfigException(findings.problems, findings.warnings);
    }
    return new Config(values, passwords, new ShownSettings(shown, origins), findings.warnings);
  }

  private void addFile(Layers reader) {
    Layer naming = layerOf(Setting.CONFIG);
    String path = naming == null ? null : naming.text(Setting.CONFIG);
    if (naming == null || path == null || path.trim().isEmpty()) {
      return;
    }
    Layer file = reader.ofFile(path.trim(), naming.origin());
    if (file == null) {
      // Said already; not once more as a value that is not allowed.
      naming.remove(Setting.CONFIG);
    } else {
      layers.add(file);
    }
  }

  private void readSetting(Setting setting) {
    Layer layer = layerOf(setting);
    String text = layer == null ? null : layer.text(setting);
    if (layer == null || text == null) {
      take(setting, setting.defaultText());
      return;
    }
    if (!take(setting, text)) {
      findings.notAllowed(setting, text, layer.origin());
      // Used only by an agent that is switched off, and does nothing.
      take(setting, setting.defaultText());
    }
    origins.put(setting, layer.origin());
  }

  private boolean take(Setting setting, @Nullable String text) {
    Object value = text == null ? null : setting.read(text);
    if (text == null || value == null) {
      return false;
    }
    values.put(setting, value);
    shown.put(setting, setting.shown(text));
    return true;
  }

  private void checkTarget() {
    Object url = values.get(Setting.TARGET_URL);
    String name = url == null ? null : DangerousParameters.firstIn((String) url);
    if (name != null) {
      findings.dangerous(name);
    }
  }

  private @Nullable Layer layerOf(Setting setting) {
    for (Layer layer : layers) {
      if (layer.text(setting) != null) {
        return layer;
      }
    }
    return null;
  }
}
