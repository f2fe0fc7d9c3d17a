package io.jdbcmirror.capture;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The statements that never go to a mirror, whatever the settings: their effect is outside tables
 * and would harm it. This table and the README's are held to each other by a test.
 */
final class NeverMirrored {
  /**
   * Why; statements that begin with these words; calls of these functions or procedures, of which a
   * trailing {@code *} stands for the rest and {@code .*} for all of a package.
   */
  static final String[][] TABLE = {
    {"notifications", "LISTEN, UNLISTEN, NOTIFY", "PG_NOTIFY, DBMS_ALERT.*, DBMS_PIPE.*"},
    {
      "session-level and advisory locks",
      "LOCK TABLES, UNLOCK TABLES, UNLOCK TABLE, FLUSH",
      "PG_ADVISORY_*, PG_TRY_ADVISORY_*, GET_LOCK, RELEASE_LOCK, RELEASE_ALL_LOCKS, "
          + "SP_GETAPPLOCK, SP_RELEASEAPPLOCK, DBMS_LOCK.*"
    },
    {
      "other sessions, the server itself",
      "KILL, SHUTDOWN, ALTER SYSTEM, ALTER SERVER, SET GLOBAL, SET @@GLOBAL, SET "
          + "PERSIST, SET PERSIST_ONLY, SET @@PERSIST, SET @@PERSIST_ONLY, SET EXCLUSIVE, "
          + "INSTALL, UNINSTALL, RECONFIGURE, DBCC",
      "PG_TERMINATE_BACKEND, PG_CANCEL_BACKEND, PG_RELOAD_CONF, PG_ROTATE_LOGFILE, "
          + "PG_PROMOTE, PG_SWITCH_WAL, PG_STAT_RESET*, ABORT_SESSION, CANCEL_SESSION, "
          + "SP_CONFIGURE, DBMS_SYSTEM.*, DBMS_SCHEDULER.*, DBMS_JOB.*, "
          + "SYSCS_SET_DATABASE_PROPERTY, SYSCS_FREEZE_DATABASE, SYSCS_UNFREEZE_DATABASE, "
          + "ADMIN_CMD"
    },
    {
      "replication",
      "CREATE SUBSCRIPTION, ALTER SUBSCRIPTION, DROP SUBSCRIPTION, CHANGE MASTER, "
          + "CHANGE REPLICATION, START SLAVE, STOP SLAVE, START REPLICA, STOP REPLICA, "
          + "RESET MASTER, RESET SLAVE, RESET REPLICA, PURGE BINARY, PURGE MASTER",
      "PG_CREATE_PHYSICAL_REPLICATION_SLOT, PG_CREATE_LOGICAL_REPLICATION_SLOT, "
          + "PG_DROP_REPLICATION_SLOT, PG_LOGICAL_*, PG_REPLICATION_*"
    },
    {
      "two-phase commit: an orphan would hold its locks for ever",
      "PREPARE TRANSACTION, PREPARE COMMIT, COMMIT PREPARED, ROLLBACK PREPARED, XA",
      ""
    },
    {
      "program or file input and output",
      "BACKUP, RESTORE, SCRIPT, RUNSCRIPT, PERFORM, LOAD, BULK INSERT, ATTACH, "
          + "DETACH, SET FILES, SET TABLE, PRAGMA TEMP_STORE_DIRECTORY, PRAGMA "
          + "DATA_STORE_DIRECTORY",
      "PG_READ_FILE, PG_READ_BINARY_FILE, PG_FILE_*, PG_LS_*, PG_BACKUP_*, LO_IMPORT, "
          + "LO_EXPORT, LOAD_FILE, LOAD_EXTENSION, READFILE, WRITEFILE, FILE_READ, "
          + "FILE_WRITE, CSVREAD, CSVWRITE, XP_*, SP_OA*, UTL_FILE.*, DBMS_DATAPUMP.*, "
          + "SYSCS_BACKUP_*, SYSCS_EXPORT_*, SYSCS_IMPORT_*, SYSCS_BULK_INSERT, "
          + "SYSCS_DISABLE_LOG_ARCHIVE_MODE, INSTALL_JAR, REPLACE_JAR, REMOVE_JAR"
    },
    {
      "other servers",
      "CREATE LINKED, CREATE SERVER, DROP SERVER, CREATE ENDPOINT",
      "DBLINK*, LINK_SCHEMA, OPENROWSET, OPENDATASOURCE, OPENQUERY, UTL_HTTP.*, "
          + "UTL_SMTP.*, UTL_TCP.*, UTL_MAIL.*, SP_SEND_DBMAIL, SP_ADDLINKEDSERVER"
    },
    {
      "users and passwords",
      "CREATE USER, ALTER USER, DROP USER, RENAME USER, CREATE ROLE, ALTER ROLE, DROP "
          + "ROLE, CREATE GROUP, ALTER GROUP, DROP GROUP, CREATE LOGIN, ALTER LOGIN, DROP "
          + "LOGIN, REASSIGN OWNED, DROP OWNED, SET PASSWORD, SET SALT",
      "SP_ADDLOGIN, SP_DROPLOGIN, SP_PASSWORD, SYSCS_CREATE_USER, SYSCS_DROP_USER, "
          + "SYSCS_MODIFY_PASSWORD, SYSCS_RESET_PASSWORD"
    }
  };

  /** Words after {@code INTO} (MySQL) that make a query write a file. */
  private static final Set<String> INTO_FILE = new HashSet<>(Arrays.asList("OUTFILE", "DUMPFILE"));

  /** What stands before a setting that is the server's; also behind a comma. */
  private static final Set<String> SERVER_SETTINGS =
      new HashSet<>(
          Arrays.asList(
              "GLOBAL", "@@GLOBAL", "PERSIST", "@@PERSIST", "PERSIST_ONLY", "@@PERSIST_ONLY"));

  private static final Set<String> STATEMENTS = new HashSet<>();
  private static final Set<String> FUNCTIONS = new HashSet<>();
  private static final Set<String> PREFIXES = new HashSet<>();
  private static final Set<String> PACKAGES = new HashSet<>();

  static {
    for (String[] row : TABLE) {
      STATEMENTS.addAll(Arrays.asList(row[1].split(", ", -1)));
      for (String call : row[2].split(", ", -1)) {
        addCall(call);
      }
    }
    STATEMENTS.remove("");
  }

  private NeverMirrored() {}

  private static void addCall(String call) {
    if (call.endsWith(".*")) {
      PACKAGES.add(call.substring(0, call.length() - 2));
    } else if (call.endsWith("*")) {
      PREFIXES.add(call.substring(0, call.length() - 1));
    } else if (!call.isEmpty()) {
      FUNCTIONS.add(call);
    }
  }

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
    if (FUNCTIONS.contains(name)) {
      return true;
    }
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  static boolean isPackage(String anyCase) {
    return PACKAGES.contains(anyCase.toUpperCase(Locale.ROOT));
  }

  static boolean writesFile(String word) {
    return INTO_FILE.contains(word);
  }

  static boolean isServerSetting(String word) {
    return SERVER_SETTINGS.contains(word);
  }
}
