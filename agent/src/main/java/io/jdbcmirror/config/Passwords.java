package io.jdbcmirror.config;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the files that hold secrets, and checks what must be set together. */
final class Passwords {
  private static final int MIN_TOKEN = 16;

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
    readFile(Setting.CONTROL_TOKEN_FILE);
    checkToken(read.get(Setting.CONTROL_TOKEN_FILE));
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

  /** It stands in a header, and whoever guesses it may change what the agent does. */
  private void checkToken(@Nullable String token) {
    if (token != null && (token.length() < MIN_TOKEN || !isVisible(token))) {
      findings.problems.add(
          Setting.CONTROL_TOKEN_FILE.key()
              + "="
              + values.get(Setting.CONTROL_TOKEN_FILE)
              + " holds no token: allowed are "
              + MIN_TOKEN
              + " or more ASCII characters without blanks on its first line");
    }
  }

  private static boolean isVisible(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private boolean isSet(Setting setting) {
    @Nullable Object value = values.get(setting);
    return value != null && !value.equals("");
  }
}
