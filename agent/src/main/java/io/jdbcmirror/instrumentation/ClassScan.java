package io.jdbcmirror.instrumentation;

/**
 * The first look at every class the application loads: does its constant pool name anything of
 * {@code java/sql/}? Steps over the constants without reading more than a few bytes of each, since
 * it runs for every class and mostly says no.
 *
 * <p>Constant pool: The Java Virtual Machine Specification, 4.4.
 */
final class ClassScan {
  private static final byte[] PACKAGE = {'j', 'a', 'v', 'a', '/', 's', 'q', 'l', '/'};
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private ClassScan() {}

  /**
   * @return false also for what is no class file
   */
  static boolean namesJdbc(byte[] file) {
    if (file.length < 10) {
      return false;
    }
    int count = unsignedShort(file, 8);
    int at = 10;
    for (int i = 1; i < count && at + 3 <= file.length; i++) {
      int tag = file[at];
      if (tag == UTF8) {
        int length = unsignedShort(file, at + 1);
        if (startsWithPackage(file, at + 3, length)) {
          return true;
        }
        at += 3 + length;
      } else {
        at += size(tag);
        i += tag == LONG || tag == DOUBLE ? 1 : 0; // takes two indexes
      }
    }
    return false;
  }

  private static boolean startsWithPackage(byte[] file, int at, int length) {
    if (length <= PACKAGE.length || at + length > file.length) {
      return false;
    }
    for (int i = 0; i < PACKAGE.length; i++) {
      if (file[at + i] != PACKAGE[i]) {
        return false;
      }
    }
    return true;
  }

  /** Bytes of a constant with its tag, by tag; all that are not named here have five. */
  private static int size(int tag) {
    switch (tag) {
      case LONG:
      case DOUBLE:
        return 9;
      case 7: // class
      case 8: // string
      case 16: // method type
      case 19: // module
      case 20: // package
        return 3;
      case 15: // method handle
        return 4;
      default:
        return 5;
    }
  }

  private static int unsignedShort(byte[] file, int at) {
    return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
  }
}
