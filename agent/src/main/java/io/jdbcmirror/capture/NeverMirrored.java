package io.jdbcmirror.capture;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The statements that never go to a mirror, whatever the settings: their effect is outside tables
 * and would harm it. This table and the README's are held to each other by a test.
 */
final class NeverMirrored {
  /** A statement that begins with these words; all of them upper case. */
  static final List<String> STATEMENTS =
      Arrays.asList(
          // notifications
          "LISTEN",
          "UNLISTEN",
          "NOTIFY",
          // session-level locks
          "LOCK TABLES",
          "UNLOCK TABLES",
          "FLUSH",
          // other sessions, the server itself
          "KILL",
          "SHUTDOWN",
          "ALTER SYSTEM",
          "SET GLOBAL",
          "SET PERSIST",
          "CREATE SUBSCRIPTION",
          // two-phase commit: an orphan would hold its locks for ever
          "PREPARE TRANSACTION",
          "PREPARE COMMIT",
          "COMMIT PREPARED",
          "ROLLBACK PREPARED",
          "XA",
          // program or file input and output
          "BACKUP",
          "RESTORE",
          "SCRIPT",
          "RUNSCRIPT",
          "LOAD DATA",
          "LOAD XML",
          "ATTACH",
          "DETACH",
          // users and passwords
          "CREATE USER",
          "ALTER USER",
          "DROP USER",
          "RENAME USER",
          "CREATE ROLE",
          "ALTER ROLE",
          "DROP ROLE",
          "CREATE LOGIN",
          "ALTER LOGIN",
          "DROP LOGIN",
          "SET PASSWORD",
          "SET SALT");

  /** A call of one of these functions or procedures; a trailing {@code *} stands for the rest. */
  static final List<String> FUNCTIONS =
      Arrays.asList(
          // session-level and advisory locks
          "PG_ADVISORY_*",
          "PG_TRY_ADVISORY_*",
          "GET_LOCK",
          "RELEASE_LOCK",
          "RELEASE_ALL_LOCKS",
          "SP_GETAPPLOCK",
          "SP_RELEASEAPPLOCK",
          // notifications
          "PG_NOTIFY",
          // other sessions, the server itself
          "PG_TERMINATE_BACKEND",
          "PG_CANCEL_BACKEND",
          "PG_RELOAD_CONF",
          "PG_ROTATE_LOGFILE",
          "PG_PROMOTE",
          "ABORT_SESSION",
          "CANCEL_SESSION",
          // other servers
          "DBLINK*",
          "LINK_SCHEMA",
          // program or file input and output
          "PG_READ_FILE",
          "PG_READ_BINARY_FILE",
          "PG_FILE_*",
          "PG_LS_*",
          "LO_IMPORT",
          "LO_EXPORT",
          "LOAD_FILE",
          "FILE_READ",
          "FILE_WRITE",
          "CSVREAD",
          "CSVWRITE",
          "XP_CMDSHELL");

  /** Words after {@code INTO} (MySQL) that make a query write a file. */
  private static final Set<String> INTO_FILE = new HashSet<>(Arrays.asList("OUTFILE", "DUMPFILE"));

  private static final Set<String> EXACT = new HashSet<>();
  private static final Set<String> PREFIXES = new HashSet<>();

  static {
    for (String function : FUNCTIONS) {
      if (function.endsWith("*")) {
        PREFIXES.add(function.substring(0, function.length() - 1));
      } else {
        EXACT.add(function);
      }
    }
  }

  private NeverMirrored() {}

  /**
   * Whether no mirror may run a statement that begins so.
   *
   * @param first the statement's first word, upper case
   * @param second its second, or empty
   */
  static boolean isStatement(String first, String second) {
    return STATEMENTS.contains(first) || STATEMENTS.contains(first + " " + second);
  }

  static boolean isFunction(String anyCase) {
    String name = anyCase.toUpperCase(Locale.ROOT);
    if (EXACT.contains(name)) {
      return true;
    }
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  static boolean writesFile(String word) {
    return INTO_FILE.contains(word);
  }
}
