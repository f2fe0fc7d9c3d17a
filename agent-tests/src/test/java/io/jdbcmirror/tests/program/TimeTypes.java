package io.jdbcmirror.tests.program;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.List;

/** Columns of dates and times. */
final class TimeTypes {
  /**
   * The epoch, the years 1 and 9999, both sides of 1582, a 29 February, a gap and an overlap of
   * summer time, and moments with milliseconds.
   */
  private static final List<Long> MILLIS =
      List.of(
          0L,
          -1L,
          -62_135_596_800_000L,
          253_402_214_400_000L,
          -12_219_379_200_000L,
          -12_219_292_800_000L,
          951_782_400_123L,
          1_711_848_600_000L,
          1_729_989_000_000L,
          1_700_000_000_123L);

  private static final List<Integer> NANOS =
      List.of(0, 1_000, 123_456_000, 123_456_789, 999_999_999, 500_000_000);
  private static final List<String> ZONES =
      List.of(
          "UTC", "Asia/Tokyo", "America/St_Johns", "Pacific/Apia", "Europe/Berlin", "GMT+05:45");
  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.of(1, 1, 1),
          LocalDate.of(9999, 12, 31),
          LocalDate.of(2000, 2, 29),
          LocalDate.of(1582, 10, 15),
          LocalDate.of(1500, 2, 28),
          LocalDate.of(2024, 3, 31));
  private static final List<LocalTime> TIMES =
      List.of(
          LocalTime.MIDNIGHT,
          LocalTime.of(2, 30),
          LocalTime.of(12, 34, 56, 789_000_000),
          LocalTime.of(23, 59, 59));

  private TimeTypes() {}

  /**
   * @param before dates that only some databases have
   */
  static ColumnType date(List<LocalDate> before) {
    return ColumnType.of(
        "date",
        List.of("date '2000-02-29'", "date '0001-01-01'", "date '9999-12-31'"),
        (s, i, d) -> s.setDate(i, new Date(d.pick(MILLIS))),
        (s, i, d) -> s.setDate(i, new Date(d.pick(MILLIS)), calendar(d)),
        (s, i, d) -> s.setDate(i, null),
        (s, i, d) -> s.setObject(i, new Date(d.pick(MILLIS))),
        (s, i, d) -> s.setObject(i, d.pick(DATES)),
        (s, i, d) -> s.setObject(i, d.pick(before)),
        (s, i, d) -> s.setObject(i, d.pick(DATES), Types.DATE),
        (s, i, d) -> s.setObject(i, d.pick(DATES).toString(), Types.DATE),
        (s, i, d) -> s.setNull(i, Types.DATE));
  }

  static ColumnType time(String type) {
    return ColumnType.of(
        type,
        List.of("time '00:00:00'", "time '23:59:59'"),
        (s, i, d) -> s.setTime(i, new Time(d.pick(MILLIS))),
        (s, i, d) -> s.setTime(i, new Time(d.pick(MILLIS)), calendar(d)),
        (s, i, d) -> s.setObject(i, new Time(d.pick(MILLIS))),
        (s, i, d) -> s.setObject(i, d.pick(TIMES)),
        (s, i, d) -> s.setObject(i, d.pick(TIMES), Types.TIME),
        (s, i, d) -> s.setNull(i, Types.TIME));
  }

  static ColumnType timeWithZone() {
    return ColumnType.of(
        "time with time zone",
        List.of("time with time zone '00:00:00+01:00'"),
        (s, i, d) -> s.setObject(i, OffsetTime.of(d.pick(TIMES), offset(d))),
        (s, i, d) -> s.setObject(i, null));
  }

  static ColumnType timestamp(String type) {
    return ColumnType.of(
        type,
        List.of("timestamp '2024-03-31 02:30:00'", "timestamp '0001-01-01 00:00:00.123456'"),
        (s, i, d) -> s.setTimestamp(i, moment(d)),
        (s, i, d) -> s.setTimestamp(i, moment(d), calendar(d)),
        (s, i, d) -> s.setTimestamp(i, null),
        (s, i, d) -> s.setObject(i, moment(d)),
        (s, i, d) -> s.setObject(i, moment(d), Types.TIMESTAMP),
        (s, i, d) -> s.setObject(i, local(d)),
        (s, i, d) -> s.setNull(i, Types.TIMESTAMP));
  }

  static ColumnType timestampWithZone() {
    return ColumnType.of(
        "timestamp with time zone",
        List.of("timestamp with time zone '2024-03-31 02:30:00+02:00'"),
        (s, i, d) -> s.setTimestamp(i, moment(d)),
        (s, i, d) -> s.setTimestamp(i, moment(d), calendar(d)),
        (s, i, d) -> s.setObject(i, local(d).atOffset(offset(d))),
        (s, i, d) -> s.setObject(i, local(d).atOffset(offset(d)), Types.TIMESTAMP_WITH_TIMEZONE),
        (s, i, d) -> s.setObject(i, OffsetDateTime.of(local(d), ZoneOffset.UTC)),
        (s, i, d) -> s.setObject(i, null));
  }

  private static Timestamp moment(Dice dice) {
    return ProgramRuntime.timestamp(dice.pick(MILLIS), dice.pick(NANOS));
  }

  private static LocalDateTime local(Dice dice) {
    return dice.pick(DATES).atTime(dice.pick(TIMES)).withNano(dice.pick(NANOS));
  }

  private static ZoneOffset offset(Dice dice) {
    return ZoneOffset.ofTotalSeconds(dice.pick(0, 3_600, -34_200, 50_400, -64_800, 20_700));
  }

  private static Calendar calendar(Dice dice) {
    return ProgramRuntime.calendar(dice.pick(ZONES));
  }
}
