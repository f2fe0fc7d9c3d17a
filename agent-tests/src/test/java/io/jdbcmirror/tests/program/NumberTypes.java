package io.jdbcmirror.tests.program;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Types;
import java.util.List;

/** Columns of numbers and truth values. */
final class NumberTypes {
  private static final List<Integer> INTS =
      List.of(0, 1, -1, 42, 127, -128, 32767, Integer.MAX_VALUE, Integer.MIN_VALUE);
  private static final List<Double> DOUBLES =
      List.of(
          0.0,
          -0.0,
          0.1,
          1e100,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);
  private static final List<BigDecimal> DECIMALS =
      List.of(
          BigDecimal.ZERO,
          new BigDecimal("0.00"),
          new BigDecimal("-0.0000000001"),
          new BigDecimal("1E+5"),
          new BigDecimal("1E-9"),
          new BigDecimal("12345678901234567890.1234567890"));

  private NumberTypes() {}

  static ColumnType bool() {
    return ColumnType.of(
        "boolean",
        List.of("true", "false"),
        (s, i, d) -> s.setBoolean(i, d.oneIn(2)),
        (s, i, d) -> s.setObject(i, d.oneIn(2)),
        (s, i, d) -> s.setObject(i, d.oneIn(2), Types.BOOLEAN),
        (s, i, d) -> s.setNull(i, Types.BOOLEAN));
  }

  static ColumnType smallInt() {
    return ColumnType.of(
        "smallint",
        List.of("0", "-32768", "32767"),
        (s, i, d) -> s.setShort(i, d.pick((short) 0, Short.MIN_VALUE, Short.MAX_VALUE)),
        (s, i, d) -> s.setByte(i, d.pick((byte) 0, Byte.MIN_VALUE, Byte.MAX_VALUE)),
        (s, i, d) -> s.setObject(i, d.pick((short) 7, Short.MIN_VALUE)),
        (s, i, d) -> s.setObject(i, d.pick((byte) 7, Byte.MIN_VALUE)),
        (s, i, d) -> s.setInt(i, d.pick(INTS)),
        (s, i, d) -> s.setNull(i, Types.SMALLINT));
  }

  static ColumnType integer() {
    return ColumnType.of(
        "int",
        List.of("0", "7", "-2147483648", "2147483647"),
        (s, i, d) -> s.setInt(i, d.pick(INTS)),
        (s, i, d) -> s.setObject(i, d.pick(INTS)),
        (s, i, d) -> s.setObject(i, String.valueOf(d.pick(INTS)), Types.INTEGER),
        (s, i, d) -> s.setLong(i, d.pick(INTS)),
        (s, i, d) -> s.setNull(i, Types.INTEGER),
        (s, i, d) -> s.setObject(i, null));
  }

  static ColumnType bigInt() {
    return ColumnType.of(
        "bigint",
        List.of("0", "-1", "9223372036854775807"),
        (s, i, d) -> s.setLong(i, d.pick(0L, Long.MIN_VALUE, Long.MAX_VALUE, d.anyLong())),
        (s, i, d) -> s.setObject(i, d.anyLong()),
        (s, i, d) -> s.setInt(i, d.pick(INTS)),
        (s, i, d) -> s.setBigDecimal(i, BigDecimal.valueOf(d.anyLong())),
        (s, i, d) -> s.setObject(i, BigInteger.valueOf(d.anyLong()), Types.BIGINT),
        (s, i, d) -> s.setNull(i, Types.BIGINT));
  }

  static ColumnType real() {
    return ColumnType.of(
        "real",
        List.of("0", "1.5e-30", "-3.25"),
        (s, i, d) -> s.setFloat(i, d.pick(DOUBLES).floatValue()),
        (s, i, d) -> s.setFloat(i, d.pick(Float.MIN_VALUE, Float.MAX_VALUE, -0.0f)),
        (s, i, d) -> s.setObject(i, d.pick(DOUBLES).floatValue()),
        (s, i, d) -> s.setNull(i, Types.REAL));
  }

  static ColumnType doublePrecision() {
    return ColumnType.of(
        "double precision",
        List.of("0", "1.5e-300", "-3.25"),
        (s, i, d) -> s.setDouble(i, d.pick(DOUBLES)),
        (s, i, d) -> s.setObject(i, d.pick(DOUBLES)),
        (s, i, d) -> s.setObject(i, d.pick(DOUBLES), Types.DOUBLE),
        (s, i, d) -> s.setFloat(i, 0.1f),
        (s, i, d) -> s.setNull(i, Types.DOUBLE));
  }

  static ColumnType decimal() {
    return ColumnType.of(
        "numeric(30, 10)",
        List.of("0", "-0.5", "12345678901234567890.1234567890"),
        (s, i, d) -> s.setBigDecimal(i, d.pick(DECIMALS)),
        (s, i, d) -> s.setBigDecimal(i, null),
        (s, i, d) -> s.setObject(i, d.pick(DECIMALS)),
        (s, i, d) -> s.setObject(i, d.pick(DECIMALS), Types.NUMERIC),
        (s, i, d) -> s.setObject(i, d.pick(DECIMALS), Types.DECIMAL, d.below(6)),
        (s, i, d) -> s.setObject(i, new BigInteger("-98765432109")),
        (s, i, d) -> s.setNull(i, Types.NUMERIC));
  }
}
