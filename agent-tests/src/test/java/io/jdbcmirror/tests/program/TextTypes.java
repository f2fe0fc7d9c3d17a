package io.jdbcmirror.tests.program;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Columns of characters and of bytes. */
final class TextTypes {
  private static final List<String> SHORT =
      List.of(
          "",
          " ",
          "a",
          "it's \"quoted\" ? $1 \\ %s",
          "line\nnext\ttab\r",
          "\u00e9\u4e2d\u0416",
          "\ud83d\ude00 beyond",
          "{call} -- /* ; */",
          "null",
          "trailing   ");
  private static final int HUGE = 100_000;

  private TextTypes() {}

  /** Texts that not every database takes. */
  static List<String> odd(boolean nul) {
    List<String> odd = new ArrayList<>(List.of("\ud83d", "\ude00\ud83d", "a\ufffe\uffff"));
    if (nul) {
      odd.add("nul\u0000in it");
    }
    return odd;
  }

  private static String text(Dice dice, List<String> odd) {
    return dice.oneIn(12) ? dice.pick(odd) : dice.pick(SHORT);
  }

  static ColumnType varchar(List<String> odd) {
    return ColumnType.of(
        "varchar(60)",
        List.of("''", "'a'", "'it''s'", "'\u00e9\u4e2d\ud83d\ude00'", "'? $1 ; --'"),
        (s, i, d) -> s.setString(i, text(d, odd)),
        (s, i, d) -> s.setString(i, null),
        (s, i, d) -> s.setObject(i, text(d, odd)),
        (s, i, d) -> s.setObject(i, text(d, odd), Types.VARCHAR),
        (s, i, d) -> s.setObject(i, d.below(1_000), Types.VARCHAR),
        (s, i, d) -> s.setNull(i, Types.VARCHAR),
        (s, i, d) -> s.setNull(i, Types.VARCHAR, "varchar"),
        (s, i, d) -> s.setString(i, "too long".repeat(d.oneIn(9) ? 9 : 1)));
  }

  static ColumnType largeText(String type, List<String> odd) {
    return ColumnType.of(
        type,
        List.of("''", "'text'"),
        (s, i, d) -> s.setString(i, text(d, odd)),
        (s, i, d) -> s.setString(i, huge(d)),
        (s, i, d) -> s.setObject(i, text(d, odd), Types.LONGVARCHAR),
        (s, i, d) -> s.setNull(i, Types.LONGVARCHAR));
  }

  private static String huge(Dice dice) {
    int length = dice.oneIn(8) ? HUGE : dice.between(50, 2_000);
    return dice.pick("long ", "\u00e9", "\ud83d\ude00", "'").repeat(length / 5);
  }

  static ColumnType nationalText(List<String> odd) {
    return ColumnType.of(
        "nvarchar(60)",
        List.of("''", "N'text'"),
        (s, i, d) -> s.setNString(i, text(d, odd)),
        (s, i, d) -> s.setObject(i, text(d, odd), Types.NVARCHAR),
        (s, i, d) -> s.setNull(i, Types.NVARCHAR));
  }

  static ColumnType bytes(String type, String prefix, String suffix) {
    return ColumnType.of(
        type,
        List.of(prefix + suffix, prefix + "00ff" + suffix),
        (s, i, d) -> s.setBytes(i, someBytes(d)),
        (s, i, d) -> s.setBytes(i, null),
        (s, i, d) -> s.setObject(i, someBytes(d)),
        (s, i, d) -> s.setObject(i, someBytes(d), Types.VARBINARY),
        (s, i, d) -> s.setNull(i, Types.VARBINARY));
  }

  private static byte[] someBytes(Dice dice) {
    int length = dice.pick(0, 1, 3, 256, 3_000);
    return ProgramRuntime.bytes(dice.oneIn(40) ? HUGE : length);
  }

  static ColumnType uuid() {
    UUID least = new UUID(0, 0);
    UUID most = new UUID(-1, -1);
    return ColumnType.of(
        "uuid",
        List.of("'00000000-0000-0000-0000-000000000000'", "'" + most + "'"),
        (s, i, d) -> s.setObject(i, d.pick(least, most, new UUID(d.anyLong(), d.anyLong()))),
        (s, i, d) -> s.setObject(i, null));
  }
}
