package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The README's table of drivers and APIs has exactly these rows, and a test proves each of them.
 */
class SupportTableTest {
  /** One row: what it is, what becomes of it, and where that is seen. */
  private record Row(String what, String outcome, Class<?> test, String proof) {
    String markdown() {
      return "| " + what + " | " + outcome + " |";
    }
  }

  private static final String HEADING = "| driver or API | what becomes of it |";

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "H2, PostgreSQL, MariaDB, MySQL Connector/J, SQLite, Derby (embedded), HSQLDB: connections of"
                  + " `DriverManager` and of the driver's data source",
              "captured",
              DriverTest.class,
              "everyFormArrivesAndIsCountedAlsoThroughItsDataSource"),
          new Row(
              "Oracle, SQL Server, Db2: connections of `DriverManager`, or of a pool with a JDBC URL",
              "instrumented, and the bytecode verified; not run against a server",
              DriverClassesTest.class,
              "theDriversConnectionsAndStatementsAreInstrumented"),
          new Row(
              "HikariCP, Commons DBCP2, Tomcat JDBC, c3p0, Agroal, Druid, Vibur; p6spy,"
                  + " datasource-proxy; proxies and layered drivers of your own",
              "captured: one call is one request",
              PoolTest.class,
              "oneCallIsOneRequest"),
          new Row(
              "a pool's own validation queries",
              "captured: requests as any other",
              PoolTest.class,
              "aPoolsOwnQueriesAreRequestsOnceEach"),
          new Row(
              "Hibernate, MyBatis, jOOQ, Spring JDBC, JDBI, Flyway, Liquibase",
              "captured",
              FrameworkTest.class,
              "whatFrameworksExecuteArrivesAndIsCounted"),
          new Row(
              "a target of another vendor",
              "what it takes arrives; what it refuses is `failed`, a `query` error",
              CrossVendorTest.class,
              "whatTheTargetTakesArrivesAndWhatItRefusesIsAQueryError"),
          new Row(
              "`Statement`, every execute",
              "captured",
              StatementTest.class,
              "everyExecuteOfAStatementIsOneRequest"),
          new Row(
              "`PreparedStatement`, every execute",
              "captured",
              StatementTest.class,
              "everyExecuteOfAPreparedStatementIsOneRequest"),
          new Row(
              "batches",
              "captured, each as one request",
              StatementTest.class,
              "batchesArriveWhole"),
          new Row(
              "a batch that fails in part",
              "captured: what took effect; of parameters on MariaDB, whose driver does not tell,"
                  + " `unsupported`",
              StatementTest.class,
              "ofAFailingBatchWhatTookEffectArrives"),
          new Row("setters by index", "captured", SetterTest.class, "everySetterRoundTrips"),
          new Row(
              "streams and readers",
              "captured as the driver reads them",
              StreamTest.class,
              "everyStreamRoundTrips"),
          new Row(
              "a parameter over `parameter.max-bytes`",
              "counted as `parameters_not_captured`",
              StreamTest.class,
              "whatIsOverTheBoundIsCountedAndItsTransactionLeftOut"),
          new Row(
              "arguments changed after binding",
              "captured: what the source's row holds",
              ChangedArgumentTest.class,
              "theTargetGetsWhatTheSourcesRowHolds"),
          new Row(
              "`Blob`, `Clob`, `NClob`, `SQLXML`",
              "captured on H2, PostgreSQL, MariaDB; elsewhere `parameters_not_captured`",
              LargeObjectTest.class,
              "everyKindRoundTrips"),
          new Row(
              "`PGobject` and its kin",
              "captured",
              DriverValueTest.class,
              "postgresObjectsArriveAsTheirTypes"),
          new Row(
              "setters by name",
              "captured on H2, MariaDB, MySQL, HSQLDB; elsewhere `parameters_not_captured`",
              DriverValueTest.class,
              "parametersBoundByNameArrive"),
          new Row(
              "`CallableStatement`, OUT and INOUT parameters",
              "captured, registered on the target too",
              CallableTest.class,
              "aFunctionsResultIsRegisteredOnTheTargetToo"),
          new Row(
              "several results of one call",
              "captured",
              MoreResultsTest.class,
              "severalStatementsInOneStringBringSeveralResults"),
          new Row(
              "row limit, time-out, fetch size, kind of result set",
              "captured",
              StatementOptionsTest.class,
              "aStatementOfAnyKindIsMirrored"),
          new Row(
              "generated keys that the application reads",
              "carried over to the target",
              GeneratedKeysTest.class,
              "childrenHangOnTheirParentsAfterARollback"),
          new Row(
              "generated keys that nobody reads",
              "the target's own, counted as `not_read`",
              GeneratedKeysTest.class,
              "keysThatNobodyReadsAreCountedAndMeetNoOther"),
          new Row(
              "rows changed through a `ResultSet` on H2, PostgreSQL, MariaDB, MySQL",
              "captured",
              UpdatableRowTest.class,
              "rowsThatAreChangedDeletedAndInsertedArrive"),
          new Row(
              "rows changed through a `ResultSet` on Derby, HSQLDB",
              "counted as `unsupported`",
              DriverRowsTest.class,
              "changedRowsArriveOrTheirTransactionsAreLeftOutWhole"),
          new Row(
              "commit, rollback",
              "captured",
              TransactionTest.class,
              "aCommittedTransactionArrivesWhole"),
          new Row(
              "savepoints",
              "captured",
              TransactionTest.class,
              "savepointsNestAreReleasedAndAreUsedTwice"),
          new Row(
              "several statements in one string with a `COMMIT` among them",
              "counted as `unsupported`",
              TransactionTest.class,
              "severalStatementsInOneStringWithACommitAmongThemAreUnsupported"),
          new Row(
              "isolation, read-only, schema, catalog; `SET`, temporary tables",
              "captured, whatever the exposure",
              SessionStateTest.class,
              "aSchemaSetBySqlHoldsAtLowExposure"),
          new Row(
              "locks, notifications, files, other sessions",
              "counted as `filtered`",
              NeverMirroredTest.class,
              "statementsThatWouldHarmAMirrorAreFiltered"),
          new Row(
              "XA on PostgreSQL, H2, MariaDB, MySQL",
              "captured when the source commits the branch",
              TwoPhaseTest.class,
              "aPreparedBranchArrivesWhenItIsCommitted"),
          new Row(
              "XA on other drivers",
              "counted as `unsupported`",
              XaDriverTest.class,
              "hiddenBranchesAreLeftOut"),
          new Row(
              "metadata, and what a driver asks for itself",
              "not applicable: no requests",
              MetaDataTest.class,
              "onlyWhatTheApplicationExecutesIsCounted"),
          new Row(
              "PostgreSQL's COPY (`CopyManager`)",
              "captured",
              PostgresCopyTest.class,
              "everyFormOfCopyInIsOneRequest"),
          new Row(
              "PostgreSQL's large objects",
              "counted as `unsupported`",
              PostgresBypassTest.class,
              "aLargeObjectIsUnsupportedAndTaintsItsTransaction"),
          new Row(
              "`LOAD DATA LOCAL INFILE`",
              "counted as `unsupported`",
              LocalInfileTest.class,
              "itIsUnsupportedAndItsTransactionIsLeftOutWhole"));

  @Test
  void theReadmeHasTheseRowsAndNoOthers() throws IOException {
    List<String> readme = Files.readAllLines(Path.of("..", "README.md"));
    int heading = readme.indexOf(HEADING);
    assertThat(heading).as("the table's heading").isPositive();
    assertThat(readme.stream().skip(heading + 2).takeWhile(line -> line.startsWith("|")).toList())
        .isEqualTo(ROWS.stream().map(Row::markdown).toList());
  }

  static List<Row> rows() {
    return ROWS;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aTestProvesEachRow(Row row) {
    assertThat(Arrays.stream(row.test().getDeclaredMethods()))
        .anyMatch(
            method ->
                method.getName().equals(row.proof())
                    && (method.isAnnotationPresent(Test.class)
                        || method.isAnnotationPresent(ParameterizedTest.class)));
  }
}
