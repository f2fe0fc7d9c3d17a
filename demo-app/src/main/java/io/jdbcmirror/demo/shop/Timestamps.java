package io.jdbcmirror.demo.shop;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The application's clock, as fine as a column keeps it. Databases are never asked for the time.
 */
final class Timestamps {
  private Timestamps() {}

  static OffsetDateTime now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
