package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.capture.SqlTraits.Kind;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlClassifierTest {
  private final SqlClassifier postgres = new SqlClassifier(SourceVendor.POSTGRESQL);
  private final SqlClassifier h2 = new SqlClassifier(SourceVendor.H2);
  private final SqlClassifier mysql = new SqlClassifier(SourceVendor.MYSQL);
  private final SqlClassifier oracle = new SqlClassifier(SourceVendor.ORACLE);

  @ParameterizedTest
  @CsvSource({
    "create table t (id int),true",
    "create local temporary table t (transactional int),true",
    "create local temporary table t (id int) transactional,false",
    "alter sequence s restart with 7,false",
    "drop sequence s,true",
    "set @v = 7,false",
    "set schema a,false",
    "set time zone 'UTC',false",
    "set ignorecase true,true",
    "insert into t values (1),false",
    "set schema a; create table t (id int),false",
    "insert into t values (1); create table t (id int),true"
  })
  void h2CommitsWith(String sql, boolean commits) {
    assertThat(h2.classify(sql).commits()).isEqualTo(commits);
    assertThat(postgres.classify(sql).commits()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select * from t|false",
        "select id from t where id = 1 for update|false",
        "select id from final table (insert into t values (1))|true",
        "with n as (delete from t returning id) select id from n|true",
        "{call p(1)}|true",
        "update t set v = (select max(v) from u)|true"
      })
  void mayWrite(String sql, boolean mayWrite) {
    assertThat(postgres.classify(sql).mayWrite()).isEqualTo(mayWrite);
  }

  @Test
  void onlyTheWordTemporaryKeepsMySqlFromCommitting() {
    assertThat(mysql.classify("drop table t").commits()).isTrue();
    assertThat(mysql.classify("drop temporary table t").commits()).isFalse();
    assertThat(mysql.classify("create temporary table t (id int)").commits()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BEGIN|BEGIN",
        "begin transaction isolation level serializable|BEGIN",
        "/* c */ Start Transaction|BEGIN",
        "COMMIT|COMMIT",
        "commit work;|COMMIT",
        "END|COMMIT",
        "ROLLBACK|ROLLBACK",
        "ABORT|ROLLBACK",
        "ROLLBACK TO SAVEPOINT a|ROLLBACK_TO",
        "rollback work to a|ROLLBACK_TO",
        "SAVEPOINT a|SAVEPOINT",
        "RELEASE SAVEPOINT a|RELEASE",
        "SET search_path = a, b|SESSION_CHANGE",
        "SET SESSION statement_timeout TO '5s'|SESSION_CHANGE",
        "SET LOCAL x = 1|ORDINARY",
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE|ORDINARY",
        "RESET search_path|SESSION_CHANGE",
        "RESET ALL|SESSION_RESET",
        "DISCARD ALL|SESSION_RESET",
        "SELECT set_config('a.b', 'c', false)|SESSION_CHANGE",
        "CREATE TEMP TABLE t (id int)|SESSION_CHANGE",
        "CREATE TEMP TABLE t (id int) ON COMMIT DROP|DDL",
        "CREATE TABLE t (id int)|DDL",
        "DROP TABLE t|DROP_TABLE",
        "INSERT INTO t VALUES (1)|ORDINARY",
        "SELECT 'COMMIT; BEGIN'|ORDINARY",
        "SELECT $$ ; COMMIT $$|ORDINARY",
        "SELECT $a$ ; COMMIT $$ $a$ ;|ORDINARY",
        "SELECT \"COMMIT\" FROM t -- ; COMMIT|ORDINARY",
        "/* outer /* inner */ ; COMMIT */ SELECT 1|ORDINARY",
        "SELECT 2*/* ; COMMIT */3|ORDINARY",
        "SELECT E'it\\'s; COMMIT'|ORDINARY",
        "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)|ORDINARY",
        "SET a = 1; SET b = 2|SESSION_CHANGE",
        "SET a = 1; INSERT INTO t VALUES (1)|UNSUPPORTED",
        "INSERT INTO t VALUES (1); COMMIT|UNSUPPORTED",
        "BEGIN; INSERT INTO t VALUES (1)|UNSUPPORTED",
      })
  void tellsWhatAStatementDoesToItsSession(String sql, Kind kind) {
    assertThat(postgres.classify(sql).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT pg_advisory_lock(1)",
        "select Pg_Try_Advisory_Xact_Lock ( 1 )",
        "SELECT \"pg_notify\"('a', 'b')",
        "NOTIFY a",
        "LISTEN a",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity",
        "COPY t FROM '/tmp/x'",
        "COPY t TO PROGRAM 'cat'",
        "PREPARE TRANSACTION 'x'",
        "COMMIT PREPARED 'x'",
        "ALTER ROLE a PASSWORD 'x'",
        "SHUTDOWN",
        "BACKUP TO 'x.zip'",
        "SELECT * INTO OUTFILE 'x' FROM t",
        "SELECT get_lock('a', 1)",
        "KILL 5",
        "LOAD DATA INFILE 'x' INTO TABLE t",
        "SELECT /* a */ GET_LOCK /* b */ ('a', 1)",
      })
  void neverMirrorsWhatWouldHarmAMirror(String sql) {
    assertThat(postgres.classify(sql).kind()).isEqualTo(Kind.NEVER_MIRRORED);
  }

  @Test
  void leavesOutATransactionThatChangesDataWithSuchACall() {
    assertThat(postgres.classify("INSERT INTO t SELECT pg_advisory_lock(1)").kind())
        .isEqualTo(Kind.UNSUPPORTED);
  }

  @Test
  void leavesOutATransactionThatLoadsAFileOfTheApplications() {
    assertThat(mysql.classify("LOAD DATA LOW_PRIORITY LOCAL INFILE 'x' INTO TABLE t").kind())
        .isEqualTo(Kind.UNSUPPORTED);
  }

  @Test
  void takesABlockForOneStatement() {
    assertThat(oracle.classify("BEGIN update t set a = 1; COMMIT; END;").kind())
        .isEqualTo(Kind.ORDINARY);
    assertThat(
            mysql
                .classify("CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN COMMIT; END")
                .kind())
        .isEqualTo(Kind.DDL);
  }

  @Test
  void readsWhatMySqlExecutesInComments() {
    assertThat(mysql.classify("/*!40101 SET NAMES utf8 */").kind()).isEqualTo(Kind.SESSION_CHANGE);
    assertThat(mysql.classify("# COMMIT\nSELECT 'it\\'s; COMMIT'").kind()).isEqualTo(Kind.ORDINARY);
  }

  @Test
  void knowsWhoseTemporaryTablesAreOfTheSession() {
    assertThat(h2.classify("CREATE TEMPORARY TABLE t (id int)").kind()).isEqualTo(Kind.DDL);
    assertThat(h2.classify("CREATE LOCAL TEMPORARY TABLE t (id int)").key())
        .isEqualTo("TEMPORARY T");
  }

  @Test
  void knowsAutocommitSetBySql() {
    assertThat(h2.classify("SET AUTOCOMMIT OFF").key()).isEqualTo(SqlTraits.OFF);
    assertThat(mysql.classify("set session autocommit = 1;").key()).isEqualTo(SqlTraits.ON);
  }

  @Test
  void changesOfOneSettingReplaceEachOther() {
    assertThat(postgres.classify("SET search_path TO a").key())
        .isEqualTo(postgres.classify("set SEARCH_PATH = 'b'").key());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT ?|1",
        "SELECT '?', \"?\", ? -- ?|1",
        "SELECT a ?? ? , ?|2",
        "SELECT /* ? */ $$?$$|0",
      })
  void countsPlaceholders(String sql, int count) {
    assertThat(postgres.countPlaceholders(sql)).isEqualTo(count);
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverFailsOnAnyText(long seed) {
    Random random = new Random(seed);
    String alphabet = "'\"`$?;/*-#[]()=,\\ \nEe aBEGINCOMMIT_1@";
    for (int i = 0; i < 200; i++) {
      StringBuilder sql = new StringBuilder();
      int length = random.nextInt(60);
      for (int j = 0; j < length; j++) {
        sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (SourceVendor vendor : SourceVendor.values()) {
        SqlClassifier classifier = new SqlClassifier(vendor);
        assertThat(classifier.classify(sql.toString())).isNotNull();
        assertThat(classifier.countPlaceholders(sql.toString())).isNotNegative();
      }
    }
  }
}
