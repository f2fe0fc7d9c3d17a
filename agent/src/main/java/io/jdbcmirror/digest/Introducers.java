package io.jdbcmirror.digest;

import java.util.Set;

/** What may stand in front of a string literal and belongs to it; upper case. */
final class Introducers {
  /** National, binary or bit, hexadecimal, and Db2's graphic ones. */
  private static final Set<String> PREFIXES = Keywords.words("N B X G GX UX BX");

  /** MySQL's and MariaDB's character sets: {@code SHOW CHARACTER SET}. */
  private static final Set<String> CHARSETS =
      Keywords.words(
          "_ARMSCII8 _ASCII _BIG5 _BINARY _CP1250 _CP1251 _CP1256 _CP1257 _CP850 _CP852 _CP866"
              + " _CP932 _DEC8 _EUCJPMS _EUCKR _GB18030 _GB2312 _GBK _GEOSTD8 _GREEK _HEBREW _HP8"
              + " _KEYBCS2 _KOI8R _KOI8U _LATIN1 _LATIN2 _LATIN5 _LATIN7 _MACCE _MACROMAN _SJIS"
              + " _SWE7 _TIS620 _UCS2 _UJIS _UTF16 _UTF16LE _UTF32 _UTF8 _UTF8MB3 _UTF8MB4");

  private Introducers() {}

  static boolean isPrefix(String word) {
    return PREFIXES.contains(word);
  }

  static boolean isCharset(String word) {
    return CHARSETS.contains(word);
  }
}
