package io.jdbcmirror.tests.app;

import io.jdbcmirror.tests.fixture.Vendor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.TimeZone;
import java.util.UUID;

/**
 * Fills a table by every setter of {@link PreparedStatement} but streams and LOBs, with nulls and
 * values at the edges: one row for each call, which names the setter.
 */
public final class AllSetters {
  private static final long NOON = 1_700_000_000_123L;

  @FunctionalInterface
  private interface Bind {
    void to(PreparedStatement statement) throws SQLException;
  }

  private final Connection connection;
  private final Vendor vendor;
  private int rows;

  private AllSetters(Connection connection, Vendor vendor) {
    this.connection = connection;
    this.vendor = vendor;
  }

  /** The table, for both sides. */
  public static String schema(Vendor vendor) {
    if (vendor == Vendor.MARIADB) {
      return "create table v (id int primary key, how varchar(60), c_boolean boolean,"
          + " c_small smallint, c_int int, c_big bigint, c_real float, c_double double,"
          + " c_decimal numeric(40, 12), c_text longtext, c_bytes longblob, c_date date,"
          + " c_time time(6), c_timestamp datetime(6), c_zoned timestamp(6) null, c_uuid uuid)";
    }
    boolean postgres = vendor == Vendor.POSTGRES;
    return "create table v (id int primary key, how varchar(60), c_boolean boolean, c_small smallint,"
        + " c_int int, c_big bigint, c_real real, c_double double precision,"
        + " c_decimal numeric(40, 12), c_text varchar(100000), c_bytes "
        + (postgres ? "bytea" : "varbinary(100000)")
        + ", c_date date, c_time time, c_timestamp timestamp, c_zoned timestamp with time zone,"
        + " c_uuid uuid, c_array "
        + (postgres ? "int[]" : "int array")
        + ")";
  }

  /** Returns the number of rows. */
  public static int fill(Connection connection, Vendor vendor) throws SQLException {
    AllSetters setters = new AllSetters(connection, vendor);
    setters.numbers();
    setters.texts();
    setters.times();
    setters.objects();
    setters.nulls();
    if (vendor != Vendor.MARIADB) { // it has none
      setters.arrays();
    }
    return setters.rows;
  }

  private void numbers() throws SQLException {
    row("c_boolean", "setBoolean true", s -> s.setBoolean(3, true));
    row("c_boolean", "setBoolean false", s -> s.setBoolean(3, false));
    row("c_small", "setByte min", s -> s.setByte(3, Byte.MIN_VALUE));
    row("c_small", "setShort max", s -> s.setShort(3, Short.MAX_VALUE));
    row("c_int", "setInt min", s -> s.setInt(3, Integer.MIN_VALUE));
    row("c_big", "setLong min", s -> s.setLong(3, Long.MIN_VALUE));
    row("c_big", "setInt into bigint", s -> s.setInt(3, 42));
    row("c_real", "setFloat", s -> s.setFloat(3, 1.5e-30f));
    row("c_double", "setDouble", s -> s.setDouble(3, 0.1));
    row("c_double", "setDouble max", s -> s.setDouble(3, Double.MAX_VALUE));
    if (vendor != Vendor.MARIADB) { // it has none of them
      row("c_real", "setFloat infinite", s -> s.setFloat(3, Float.NEGATIVE_INFINITY));
      row("c_double", "setDouble NaN", s -> s.setDouble(3, Double.NaN));
    }
    row("c_decimal", "setBigDecimal", s -> s.setBigDecimal(3, new BigDecimal("-0.000000000001")));
    BigDecimal large = new BigDecimal("1234567890123456789012345678.123456789012");
    row("c_decimal", "setBigDecimal large", s -> s.setBigDecimal(3, large));
    row("c_decimal", "setBigDecimal null", s -> s.setBigDecimal(3, null));
  }

  private void texts() throws SQLException {
    row("c_text", "setString", s -> s.setString(3, "it's a \"text\" ? with $1 and \\ in it"));
    row("c_text", "setString empty", s -> s.setString(3, ""));
    row("c_text", "setString beyond the BMP", s -> s.setString(3, "\u00e9\u4e2d\ud83d\ude00\n\t"));
    row("c_text", "setString long", s -> s.setString(3, "long ".repeat(10_000)));
    row("c_text", "setString null", s -> s.setString(3, null));
    if (vendor != Vendor.POSTGRES) {
      row("c_text", "setNString", s -> s.setNString(3, "national \u00e9"));
    }
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    row("c_bytes", "setBytes", s -> s.setBytes(3, all));
    row("c_bytes", "setBytes empty", s -> s.setBytes(3, new byte[0]));
    row("c_bytes", "setBytes null", s -> s.setBytes(3, null));
  }

  private void times() throws SQLException {
    Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    row("c_date", "setDate", s -> s.setDate(3, Date.valueOf("2024-02-29")));
    row("c_date", "setDate with Calendar", s -> s.setDate(3, new Date(NOON), tokyo));
    row("c_date", "setDate before 1582", s -> s.setDate(3, Date.valueOf("1500-01-01")));
    row("c_date", "setDate null", s -> s.setDate(3, null));
    row("c_time", "setTime", s -> s.setTime(3, Time.valueOf("23:59:59")));
    row("c_time", "setTime with Calendar", s -> s.setTime(3, new Time(NOON), tokyo));
    row("c_time", "setTime null", s -> s.setTime(3, null));
    Timestamp precise = Timestamp.valueOf("2024-03-31 01:02:03.123456");
    row("c_timestamp", "setTimestamp", s -> s.setTimestamp(3, precise));
    row("c_timestamp", "setTimestamp with Calendar", s -> s.setTimestamp(3, precise, tokyo));
    row("c_zoned", "setTimestamp zoned", s -> s.setTimestamp(3, precise));
    row("c_zoned", "setTimestamp zoned with Calendar", s -> s.setTimestamp(3, precise, tokyo));
    row("c_timestamp", "setTimestamp null", s -> s.setTimestamp(3, null));
  }

  private void objects() throws SQLException {
    row("c_boolean", "setObject Boolean", s -> s.setObject(3, true));
    row("c_small", "setObject Short", s -> s.setObject(3, (short) -7));
    row("c_int", "setObject Integer", s -> s.setObject(3, 7));
    row("c_big", "setObject Long", s -> s.setObject(3, Long.MAX_VALUE));
    row("c_double", "setObject Double", s -> s.setObject(3, -0.25));
    row("c_decimal", "setObject BigDecimal", s -> s.setObject(3, new BigDecimal("1.50")));
    row("c_decimal", "setObject BigInteger", s -> s.setObject(3, new BigInteger("-98765432109")));
    row("c_text", "setObject String", s -> s.setObject(3, "as an object"));
    row("c_bytes", "setObject byte[]", s -> s.setObject(3, new byte[] {1, 0, -1}));
    row("c_date", "setObject LocalDate", s -> s.setObject(3, LocalDate.of(1, 1, 1)));
    row("c_time", "setObject LocalTime", s -> s.setObject(3, LocalTime.of(12, 34, 56)));
    LocalDateTime local = LocalDateTime.of(2024, 12, 31, 23, 59, 59, 999_999_000);
    row("c_timestamp", "setObject LocalDateTime", s -> s.setObject(3, local));
    OffsetDateTime offset = local.atOffset(ZoneOffset.ofHours(-8));
    row("c_zoned", "setObject OffsetDateTime", s -> s.setObject(3, offset));
    Timestamp timestamp = Timestamp.from(Instant.ofEpochMilli(NOON));
    row("c_timestamp", "setObject Timestamp", s -> s.setObject(3, timestamp));
    row("c_date", "setObject Date", s -> s.setObject(3, new Date(NOON)));
    row("c_uuid", "setObject UUID", s -> s.setObject(3, new UUID(Long.MIN_VALUE, 1)));
    row("c_int", "setObject with type", s -> s.setObject(3, "123", Types.INTEGER));
    if (vendor != Vendor.POSTGRES) { // its driver does not implement it
      row("c_int", "setObject with SQLType", s -> s.setObject(3, 124, JDBCType.INTEGER));
    }
    BigDecimal scaled = new BigDecimal("1.23456789");
    row("c_decimal", "setObject with scale", s -> s.setObject(3, scaled, Types.NUMERIC, 2));
    row("c_text", "setObject with type of text", s -> s.setObject(3, 99, Types.VARCHAR));
  }

  private void nulls() throws SQLException {
    row("c_int", "setNull INTEGER", s -> s.setNull(3, Types.INTEGER));
    row("c_text", "setNull VARCHAR", s -> s.setNull(3, Types.VARCHAR));
    row("c_bytes", "setNull BINARY", s -> s.setNull(3, Types.BINARY));
    row("c_timestamp", "setNull TIMESTAMP", s -> s.setNull(3, Types.TIMESTAMP));
    row("c_text", "setNull with type name", s -> s.setNull(3, Types.VARCHAR, "varchar"));
    row("c_int", "setNull NULL", s -> s.setNull(3, Types.NULL));
    row("c_text", "setObject null with type", s -> s.setObject(3, null, Types.VARCHAR));
    row("c_int", "setObject null", s -> s.setObject(3, null));
  }

  private void arrays() throws SQLException {
    String type = vendor == Vendor.POSTGRES ? "int4" : "INTEGER";
    row(
        "c_array",
        "setArray",
        s -> s.setArray(3, connection.createArrayOf(type, new Object[] {1, -2, null})));
    row(
        "c_array",
        "setArray empty",
        s -> s.setArray(3, connection.createArrayOf(type, new Object[0])));
    row("c_array", "setArray null", s -> s.setArray(3, null));
  }

  private void row(String column, String how, Bind bind) throws SQLException {
    String sql = "insert into v (id, how, " + column + ") values (?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, ++rows);
      statement.setString(2, how);
      bind.to(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new SQLException(how + ": " + e.getMessage(), e);
    }
  }
}
