package io.jdbcmirror.tests.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.StatementLog;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random programs on servers that keep a log, which is the judge of what has arrived. */
abstract class LoggedProgramSuite extends ProgramSuite {
  private static final int FIRST = 500_000;
  private static final int LOGGED = 30;

  /**
   * What the source is sent in other words than the target: large objects by a number of its own,
   * and what only the source's URL says of how values are sent (README, Limits).
   */
  private static final Pattern SENT_IN_OTHER_WORDS =
      Pattern.compile("\\boid\\b|reWriteBatchedInserts|preferQueryMode");

  LoggedProgramSuite(Vendor vendor) {
    super(vendor);
  }

  @Test
  void bothServersLogTheSameCommittedStatementsInTheSameOrder() {
    ArrayList<Long> seeds =
        new ArrayList<>(
            LongStream.iterate(FIRST, seed -> seed + 1)
                .filter(this::isSentInTheSameWords)
                .limit(LOGGED)
                .boxed()
                .toList());
    try (StatementLog sourceLog = StatementLog.of(source);
        StatementLog targetLog = StatementLog.of(target)) {
      // A batch of statements that commit by themselves is one transaction in the target's log.
      MirroredApp app = start("UTC", "mirror.batches", "false");
      Vendor itsVendor = vendor;
      app.ask(scene -> ProgramRunner.run(scene, itsVendor, seeds));
      assertThat(app.drain().failed()).isZero();

      StatementLog.assertSame(sourceLog, targetLog);
      List<List<List<String>>> sessions = sourceLog.committed();
      assertThat(sessions).hasSizeGreaterThanOrEqualTo(LOGGED);
      assertThat(sessions.stream().mapToInt(List::size).sum()).isGreaterThan(10 * LOGGED);
    }
  }

  private boolean isSentInTheSameWords(long seed) {
    String program = ProgramGenerator.generate(vendor, seed).toString();
    return !SENT_IN_OTHER_WORDS.matcher(program).find();
  }
}
