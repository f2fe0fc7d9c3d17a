package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.capture.SqlTraits.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeverMirroredTest {
  @Test
  void theReadmesTableIsTheCodes() throws IOException {
    List<String> readme = Files.readAllLines(Path.of("..", "README.md"));
    int from = readme.indexOf("| why | statements that begin with | calls of |") + 2;
    List<String> rows = readme.stream().skip(from).takeWhile(line -> line.startsWith("|")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(NeverMirrored.TABLE).map(NeverMirroredTest::row).toList());
  }

  private static String row(String[] entry) {
    return "| " + entry[0] + " | " + quoted(entry[1]) + " | " + quoted(entry[2]) + " |";
  }

  private static String quoted(String list) {
    return Arrays.stream(list.split(", "))
        .filter(word -> !word.isEmpty())
        .map(word -> "`" + word + "`")
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          POSTGRESQL | select "pg_catalog"."pg_notify" ('a', 'b')
          POSTGRESQL | select 1, PG_ADVISORY_LOCK /* why */ (7)
          POSTGRESQL | {? = call pg_try_advisory_lock(?)}
          POSTGRESQL | /* drop it */ select pg_drop_replication_slot('s')
          POSTGRESQL | drop subscription s
          POSTGRESQL | create user mapping for me server other options (password 'x')
          POSTGRESQL | load 'auto_explain'
          MARIADB | kill 7
          MARIADB | LOAD /* x */ data infile 'a' into table t
          MARIADB | load xml infile 'a' into table t
          MARIADB | select * from t into outfile '/tmp/a'
          MARIADB | set global max_connections = 1
          MARIADB | set @@global.max_connections = 1
          MARIADB | set sql_mode = '', global max_connections = 1
          MARIADB | /*!40000 flush tables */
          MARIADB | grant all on *.* to u identified by 'secret'
          MARIADB | change master to master_host = 'x'
          MARIADB | stop replica
          MARIADB | install plugin p soname 'p.so'
          MARIADB | lock tables t write
          MARIADB | lock table t as x read
          MARIADB | do release_lock('x')
          MARIADB | `get_lock`('x', 1)
          ORACLE | alter system flush shared_pool
          ORACLE | call dbms_lock.sleep(1)
          ORACLE | {call sys.dbms_pipe.purge('p')}
          ORACLE | select utl_http.request('http://x') from dual
          SQLSERVER | exec xp_cmdshell 'dir'
          SQLSERVER | EXECUTE master..xp_regwrite 'a'
          SQLSERVER | exec @rc = [sys].[sp_getapplock] @Resource = 'x'
          SQLSERVER | sp_releaseapplock @Resource = 'x'
          SQLSERVER | bulk insert t from 'c:\\a.txt'
          SQLSERVER | select * from openrowset('SQLNCLI', 'x', 'y')
          SQLSERVER | backup database a to disk = 'b'
          DERBY | call SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)
          DERBY | {call "SYSCS_UTIL"."SYSCS_EXPORT_TABLE"(null, 'T', 'f', null, null, null)}
          DERBY | CALL syscs_util.syscs_set_database_property('a', 'b')
          DERBY | call sqlj.install_jar('a', 'b', 0)
          HSQLDB | shutdown compact
          HSQLDB | perform export script for database 'x'
          HSQLDB | alter session 7 close
          HSQLDB | set files backup increment true
          SQLITE | attach 'x.db' as x
          SQLITE | vacuum main into 'copy.db'
          SQLITE | select load_extension('x')
          SQLITE | pragma temp_store_directory = '/tmp'
          DB2 | call sysproc.admin_cmd('backup db x')
          H2 | set exclusive 1
          H2 | create linked table l('', 'jdbc:x', 'u', 'p', 't')
          """)
  void isRecognisedInEveryDialectAndSpelling(SourceVendor vendor, String sql) {
    assertThat(new SqlClassifier(vendor).classify(sql).kind()).isEqualTo(Kind.NEVER_MIRRORED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          POSTGRESQL | insert into t select pg_notify('a', 'b')
          POSTGRESQL | do $$ begin perform pg_advisory_lock(1); end $$
          POSTGRESQL | do 'begin perform pg_notify(1, 2); end'
          ORACLE | begin insert into t values (1); dbms_lock.sleep(1); end;
          SQLSERVER | insert into t select * from openrowset('a', 'b', 'c')
          """)
  void withAChangeItTakesItsTransaction(SourceVendor vendor, String sql) {
    assertThat(new SqlClassifier(vendor).classify(sql).kind()).isEqualTo(Kind.UNSUPPORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          POSTGRESQL | select 'pg_notify(1)' as kill, note from backup
          POSTGRESQL | lock table t in exclusive mode
          POSTGRESQL | do $$ begin insert into t values (1); end $$
          POSTGRESQL | select pg_notify from t
          MARIADB | update t set name = 'kill' where load_file = 1
          MARIADB | call add_row(1, 'get_lock(1)')
          ORACLE | select dbms_lock from t
          SQLSERVER | exec add_row @name = 'xp_cmdshell'
          SQLITE | vacuum
          DERBY | call SYSCS_UTIL.SYSCS_COMPRESS_TABLE('APP', 'T', 0)
          """)
  void whatOnlyLooksLikeItIsMirrored(SourceVendor vendor, String sql) {
    assertThat(new SqlClassifier(vendor).classify(sql).kind()).isEqualTo(Kind.ORDINARY);
  }
}
