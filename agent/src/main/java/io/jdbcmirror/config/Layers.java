package io.jdbcmirror.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Layer} of each source of settings. */
final class Layers {
  private static final String ARGUMENT = "agent argument";

  private final Findings findings;

  Layers(Findings findings) {
    this.findings = findings;
  }

  Layer ofSystemProperties(Properties properties) {
    Layer layer = new Layer("system property");
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(Setting.PROPERTY_PREFIX)) {
        String key = name.substring(Setting.PROPERTY_PREFIX.length());
        put(layer, key, name, properties.getProperty(name));
      }
    }
    return layer;
  }

  Layer ofEnvironment(Map<String, String> environment) {
    Layer layer = new Layer("environment");
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      String name = entry.getKey().toUpperCase(Locale.ROOT);
      if (name.startsWith(Setting.VARIABLE_PREFIX)) {
        putVariable(layer, name, entry.getValue());
      }
    }
    return layer;
  }

  private void putVariable(Layer layer, String name, String value) {
    for (Setting setting : Setting.values()) {
      if (setting.variable().equals(name)) {
        layer.put(setting, value);
        return;
      }
    }
    String key = name.substring(Setting.VARIABLE_PREFIX.length());
    findings.unknown(layer.origin(), name, Nearest.to(key).variable());
  }

  Layer ofAgentArgument(@Nullable String argument) {
    String text = argument == null ? "" : argument.trim();
    if (text.startsWith("@")) {
      return ofArgumentFile(text.substring(1).trim());
    }
    Layer layer = new Layer(ARGUMENT);
    new AgentArgument(text, layer, findings).read();
    return layer;
  }

  private Layer ofArgumentFile(String path) {
    Layer layer = new Layer(ARGUMENT + " @" + path);
    if (!readFile(layer, path)) {
      findings.problems.add("the file of the " + layer.origin() + " cannot be read");
    }
    return layer;
  }

  /**
   * @return null, with a problem noted, if the file cannot be read
   */
  @Nullable Layer ofFile(String path, String origin) {
    Layer layer = new Layer("file " + path);
    if (!readFile(layer, path)) {
      findings.unreadable(Setting.CONFIG, path, origin);
      return null;
    }
    if (layer.text(Setting.CONFIG) != null) {
      findings.warnings.add("config in " + layer.origin() + " is ignored: one file names no other");
      layer.remove(Setting.CONFIG);
    }
    return layer;
  }

  private boolean readFile(Layer layer, String path) {
    if (Text.FILE.read(path) == null) {
      return false;
    }
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(new FileInputStream(new File(path)), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException | SecurityException e) {
      // A malformed Unicode escape is an IllegalArgumentException.
      return false;
    }
    for (Map.Entry<Object, Object> entry : new TreeMap<Object, Object>(properties).entrySet()) {
      String key = (String) entry.getKey();
      put(layer, key, key, (String) entry.getValue());
    }
    return true;
  }

  private void put(Layer layer, String key, String written, @Nullable String value) {
    Setting setting = Setting.ofKey(key);
    if (setting == null) {
      Setting meant = Nearest.to(key);
      findings.unknown(
          layer.origin(), written, written.equals(key) ? meant.key() : meant.property());
    } else if (value != null) {
      layer.put(setting, value);
    }
  }
}
