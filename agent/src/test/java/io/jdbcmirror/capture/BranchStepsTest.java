package io.jdbcmirror.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.capture.BranchStep.Step;
import io.jdbcmirror.capture.SqlTraits.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchStepsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POSTGRESQL|PREPARE TRANSACTION 'a b'|PREPARE|'a b'",
        "POSTGRESQL|commit /* x */ prepared 'a b';|COMMIT|'a b'",
        "POSTGRESQL|Rollback Prepared 'a b' -- now|ROLLBACK|'a b'",
        "H2|PREPARE COMMIT \"XID_1\"|PREPARE|XID_1",
        "H2|COMMIT TRANSACTION xid_1|COMMIT|XID_1",
        "H2|ROLLBACK TRANSACTION \"XID_1\"|ROLLBACK|XID_1",
        "MARIADB|XA START 0xAB,0x01,0x7 JOIN|START|0XAB,0X01,0X7",
        "MARIADB|XA BEGIN 0xab, 0x01, 0x7|START|0XAB,0X01,0X7",
        "MARIADB|XA END 'g' SUSPEND|NONE|'g'",
        "MARIADB|XA PREPARE 'g'|PREPARE|'g'",
        "MYSQL|XA COMMIT 'g','b'|COMMIT|'g','b'",
        "MYSQL|xa commit 'g' , 'b' one phase|COMMIT_ONE_PHASE|'g','b'",
        "MYSQL|XA ROLLBACK X'AB'|ROLLBACK|X'AB'",
      })
  void recognisesEachStepAndItsBranch(SourceVendor vendor, String sql, Step step, String branch) {
    SqlTraits traits = new SqlClassifier(vendor).classify(sql);

    assertThat(traits.kind()).isEqualTo(Kind.NEVER_MIRRORED);
    assertThat(traits.branch()).isNotNull();
    assertThat(traits.branch().step()).isEqualTo(step);
    assertThat(traits.branch().branch()).isEqualTo(branch);
  }

  @ParameterizedTest
  @CsvSource({
    "SQLSERVER,COMMIT TRANSACTION named,COMMIT",
    "SQLSERVER,ROLLBACK TRANSACTION named,ROLLBACK",
    "H2,COMMIT TRANSACTION,COMMIT",
    "POSTGRESQL,COMMIT TRANSACTION,COMMIT",
    "POSTGRESQL,PREPARE named AS SELECT 1,SESSION_CHANGE",
  })
  void takesNothingElseForOne(SourceVendor vendor, String sql, Kind kind) {
    SqlTraits traits = new SqlClassifier(vendor).classify(sql);

    assertThat(traits.branch()).isNull();
    assertThat(traits.kind()).isEqualTo(kind);
  }

  @Test
  void aStringOfSeveralStatementsEndsWhereItPrepares() {
    SqlClassifier postgres = new SqlClassifier(SourceVendor.POSTGRESQL);

    SqlTraits traits =
        postgres.classify("BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION 'a'");
    assertThat(traits.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(traits.leavesTransactionOpen()).isFalse();
    assertThat(postgres.classify("COMMIT PREPARED 'a'; BEGIN").leavesTransactionOpen()).isTrue();
  }
}
