package io.jdbcmirror.config;

/** What of the results of queries is compared: the values of {@code compare.results}. */
public enum CompareResults {
  /** Nothing is compared, results of updates neither. */
  OFF,
  /** Update counts and numbers of rows. */
  COUNT,
  /** These, and checksums of the rows as the application reads them. */
  CHECKSUM;

  static final String[] WORDS = {"off", "count", "checksum"};

  static CompareResults of(String word) {
    for (int i = 0; i < WORDS.length; i++) {
      if (WORDS[i].equals(word)) {
        return values()[i];
      }
    }
    throw new IllegalArgumentException(word);
  }
}
