package io.jdbcmirror.digest;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What makes a statement answer otherwise on another server or at another moment, by dialect: a
 * difference in such a result says nothing of the target.
 */
final class Nondeterminism {
  /** When a word counts. */
  enum When {
    /** As a word that is not the column of something. */
    WORD,
    /** As a column, qualified or not. */
    COLUMN,
    /** As a function that is called. */
    CALL,
    /** As a function that is called with values alone, of which one may be {@code 'now'}. */
    CALL_WITH_VALUES,
    /** As an aggregate without an {@code ORDER BY}. */
    UNORDERED
  }

  /** Dialects (empty: all), when, the words, and where their vendor says so. */
  static final String[][] TABLE = {
    {
      "",
      "WORD",
      "CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP LOCALTIME LOCALTIMESTAMP CURRENT_USER"
          + " SESSION_USER SYSTEM_USER CURRENT_ROLE CURRENT_CATALOG CURRENT_SCHEMA TABLESAMPLE",
      "SQL:2016, datetime value function, general value specification, sample clause"
    },
    {"", "CALL", "NOW RAND RANDOM UUID NEXTVAL CURRVAL LASTVAL", "common to most"},
    {
      "",
      "UNORDERED",
      "ARRAY_AGG STRING_AGG LISTAGG GROUP_CONCAT JSON_AGG JSONB_AGG JSON_ARRAYAGG XMLAGG",
      "SQL:2016, array and JSON aggregates; PostgreSQL 9.21; MySQL 14.19.1"
    },
    {
      "POSTGRESQL",
      "CALL",
      "CLOCK_TIMESTAMP STATEMENT_TIMESTAMP TRANSACTION_TIMESTAMP TIMEOFDAY RANDOM_NORMAL"
          + " GEN_RANDOM_UUID GEN_RANDOM_BYTES GEN_SALT UUIDV4 UUIDV7 UUID_GENERATE_V1"
          + " UUID_GENERATE_V1MC UUID_GENERATE_V4 PG_BACKEND_PID TXID_CURRENT"
          + " TXID_CURRENT_IF_ASSIGNED TXID_CURRENT_SNAPSHOT PG_CURRENT_XACT_ID"
          + " PG_CURRENT_XACT_ID_IF_ASSIGNED PG_CURRENT_SNAPSHOT VERSION INET_SERVER_ADDR"
          + " INET_SERVER_PORT INET_CLIENT_ADDR INET_CLIENT_PORT PG_POSTMASTER_START_TIME"
          + " PG_CONF_LOAD_TIME PG_IS_IN_RECOVERY PG_CURRENT_WAL_LSN PG_DATABASE_SIZE"
          + " PG_RELATION_SIZE PG_TOTAL_RELATION_SIZE PG_TABLE_SIZE PG_INDEXES_SIZE"
          + " CURRENT_DATABASE CURRENT_SETTING",
      "PostgreSQL: functions of date and time, random numbers, UUID, sequences, system"
          + " information, administration; uuid-ossp, pgcrypto"
    },
    {"POSTGRESQL", "COLUMN", "XMIN XMAX CMIN CMAX CTID TABLEOID", "PostgreSQL: system columns"},
    {
      "POSTGRESQL H2 DERBY HSQLDB ORACLE SQL_SERVER DB2",
      "WORD",
      "USER",
      "a reserved word of theirs"
    },
    {
      "MYSQL MARIADB",
      "CALL",
      "SYSDATE CURDATE CURTIME UUID_SHORT RANDOM_BYTES CONNECTION_ID LAST_INSERT_ID VERSION USER"
          + " DATABASE SCHEMA FOUND_ROWS ROW_COUNT SYS_GUID",
      "MySQL: date and time, mathematical, miscellaneous, information functions; MariaDB likewise"
    },
    {"MYSQL MARIADB", "WORD", "UTC_DATE UTC_TIME UTC_TIMESTAMP", "MySQL: date and time functions"},
    {
      "MYSQL MARIADB HSQLDB",
      "CALL_WITH_VALUES",
      "UNIX_TIMESTAMP",
      "MySQL: date and time functions; HSQLDB: built-in functions"
    },
    {
      "H2 HSQLDB",
      "CALL",
      "SYSDATE SYSTIMESTAMP TODAY CURDATE CURTIME RANDOM_UUID SECURE_RAND IDENTITY SCOPE_IDENTITY"
          + " SESSION_ID TRANSACTION_ID H2VERSION DATABASE_PATH DATABASE_VERSION DATABASE_NAME"
          + " MEMORY_FREE MEMORY_USED SYS_GUID UNIX_MILLIS",
      "H2: functions; HSQLDB: built-in functions"
    },
    {
      "H2 HSQLDB ORACLE DB2",
      "WORD",
      "SYSDATE SYSTIMESTAMP",
      "Oracle: functions; the others as they are compatible with it"
    },
    {
      "H2 HSQLDB MARIADB ORACLE DB2",
      "COLUMN",
      "NEXTVAL CURRVAL PREVVAL ROWNUM",
      "Oracle: pseudocolumns; Db2: sequence reference; the others as they are compatible with it"
    },
    {"H2 SQLITE", "COLUMN", "_ROWID_", "H2: _ROWID_; SQLite: rowid tables"},
    {"SQLITE ORACLE", "COLUMN", "ROWID", "SQLite: rowid tables; Oracle: pseudocolumns"},
    {"DERBY DB2", "CALL", "IDENTITY_VAL_LOCAL", "Derby, Db2: built-in functions"},
    {
      "SQLITE",
      "CALL",
      "RANDOMBLOB LAST_INSERT_ROWID CHANGES TOTAL_CHANGES SQLITE_VERSION SQLITE_SOURCE_ID",
      "SQLite: core functions"
    },
    {
      "SQLITE",
      "CALL_WITH_VALUES",
      "DATE TIME DATETIME JULIANDAY UNIXEPOCH STRFTIME",
      "SQLite: date and time functions, whose time value may be 'now'"
    },
    {
      "ORACLE",
      "WORD",
      "UID ORA_ROWSCN SESSIONTIMEZONE DBTIMEZONE DBMS_RANDOM",
      "Oracle: functions, pseudocolumns, DBMS_RANDOM"
    },
    {"ORACLE", "CALL", "SYS_GUID SYS_CONTEXT USERENV SAMPLE", "Oracle: functions, SELECT"},
    {
      "SQL_SERVER",
      "CALL",
      "GETDATE GETUTCDATE SYSDATETIME SYSUTCDATETIME SYSDATETIMEOFFSET NEWID NEWSEQUENTIALID"
          + " CRYPT_GEN_RANDOM SCOPE_IDENTITY IDENT_CURRENT SUSER_NAME SUSER_SNAME USER_NAME"
          + " ORIGINAL_LOGIN HOST_NAME HOST_ID APP_NAME DB_NAME DB_ID OBJECT_ID SERVERPROPERTY"
          + " CONNECTIONPROPERTY ROWCOUNT_BIG CURRENT_TRANSACTION_ID MIN_ACTIVE_ROWVERSION",
      "Transact-SQL: date and time, system, security, metadata, cryptographic functions"
    },
    {
      "DB2",
      "CALL",
      "GENERATE_UNIQUE APPLICATION_ID RID RID_BIT MON_GET_APPLICATION_HANDLE",
      "Db2: built-in functions"
    }
  };

  private static final Map<Dialect, Map<String, When>> BY_DIALECT = new EnumMap<>(Dialect.class);

  static {
    for (Dialect dialect : Dialect.values()) {
      BY_DIALECT.put(dialect, Collections.unmodifiableMap(words(dialect)));
    }
  }

  private Nondeterminism() {}

  private static Map<String, When> words(Dialect dialect) {
    Map<String, When> words = new HashMap<>();
    for (String[] row : TABLE) {
      if (row[0].isEmpty() || Arrays.asList(row[0].split(" ", -1)).contains(dialect.name())) {
        for (String word : row[2].split(" ", -1)) {
          words.put(word, When.valueOf(row[1]));
        }
      }
    }
    return words;
  }

  static Map<String, When> of(Dialect dialect) {
    return BY_DIALECT.getOrDefault(dialect, Collections.emptyMap());
  }
}
