package io.jdbcmirror.config;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the files that hold passwords, and checks what must be set together. */
final class Passwords {
  private final Map<Setting, Object> values;
  private final Findings findings;
  private final Map<Setting, String> read = new EnumMap<Setting, String>(Setting.class);

  Passwords(Map<Setting, Object> values, Findings findings) {
    this.values = values;
    this.findings = findings;
  }

  /**
   * @return what the files hold, by the setting that names the file
   */
  Map<Setting, String> read() {
    if (isSet(Setting.TARGET_PASSWORD) && isSet(Setting.TARGET_PASSWORD_FILE)) {
      findings.problems.add(
          "target.password and target.password-file are both set; allowed is one of them");
      return read;
    }
    readFile(Setting.TARGET_PASSWORD_FILE);
    together(Setting.METRICS_USER, Setting.METRICS_PASSWORD_FILE);
    together(Setting.METRICS_KEYSTORE, Setting.METRICS_KEYSTORE_PASSWORD_FILE);
    return read;
  }

  /** Half of a protection must not be taken for one. */
  private void together(Setting one, Setting file) {
    if (isSet(one) != isSet(file)) {
      Setting there = isSet(one) ? one : file;
      Setting missing = isSet(one) ? file : one;
      findings.problems.add(
          there.key() + " is set without " + missing.key() + "; set both or none");
    } else {
      readFile(file);
    }
  }

  private void readFile(Setting setting) {
    if (!isSet(setting)) {
      return;
    }
    String password = PasswordFile.read(String.valueOf(values.get(setting)));
    if (password == null) {
      findings.problems.add(
          setting.key()
              + "="
              + values.get(setting)
              + " cannot be read, or its first line is empty");
    } else {
      read.put(setting, password);
    }
  }

  private boolean isSet(Setting setting) {
    @Nullable Object value = values.get(setting);
    return value != null && !value.equals("");
  }
}
