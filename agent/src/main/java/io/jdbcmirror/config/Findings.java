package io.jdbcmirror.config;

import java.util.ArrayList;
import java.util.List;

/** What reading the settings brings to light. Not thread-safe. */
final class Findings {
  final List<String> problems = new ArrayList<String>();
  final List<String> warnings = new ArrayList<String>();

  void unknown(String origin, String written, String meant) {
    warnings.add("unknown setting " + written + " (" + origin + "): did you mean " + meant + "?");
  }

  void notAllowed(Setting setting, String text, String origin) {
    problems.add(value(setting, text, origin) + " is not allowed; allowed is " + setting.allowed());
  }

  void unreadable(Setting setting, String text, String origin) {
    problems.add(value(setting, text, origin) + " cannot be read");
  }

  void dangerous(String parameter) {
    problems.add(
        Setting.TARGET_URL.key()
            + " has the parameter "
            + parameter
            + ", which runs statements, loads a class or uses files at each connection;"
            + " leave it out, a mirror does not take it");
  }

  private static String value(Setting setting, String text, String origin) {
    return setting.key() + "=" + setting.shown(text) + " (" + origin + ")";
  }
}
