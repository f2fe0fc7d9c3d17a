package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.CallableStatement;
import java.sql.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of procedures and functions. */
@OnEachVendor
class CallableTest extends MirrorSuite {
  CallableTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createRoutines() {
    onBothSides(Routines.of(vendor));
  }

  @Test
  void aFunctionsResultIsRegisteredOnTheTargetToo() {
    int result =
        askAndCompare(
            scene -> {
              try (CallableStatement call =
                  scene.connection("a").prepareCall("{? = call add_row(?, ?)}")) {
                call.registerOutParameter(1, Types.INTEGER);
                call.setInt(2, 7);
                call.setString(3, "seven");
                call.execute();
                return call.getInt(1);
              }
            });

    assertThat(result).isEqualTo(vendor == Vendor.H2 ? 1 : 7);
    assertThat(target.rows("select * from t")).containsExactly("7|seven");
  }

  @Test
  void aPlainCallIsMirrored() {
    String sql = "call put_row(?, ?)";
    askAndCompare(
        scene -> {
          try (CallableStatement call = scene.connection("a").prepareCall(sql)) {
            call.setInt(1, 5);
            call.setString(2, "total 6");
            return call.execute();
          }
        });

    assertThat(target.rows("select * from t")).containsExactly("5|total 6");
  }

  @Test
  void batchesOfCallsArriveWhole() {
    String sql = isPostgres() ? "{call add_row(?, ?)}" : "call put_row(?, ?)";
    MirroredApp app = mirror();
    app.run(
        scene -> {
          try (CallableStatement call = scene.connection("a").prepareCall(sql)) {
            for (int id = 1; id <= 3; id++) {
              call.setInt(1, id);
              call.setString(2, "batch");
              call.addBatch();
            }
            call.executeBatch();
          }
        });

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).as("%s", metrics).isOne();
    assertTablesEqual();
    assertThat(target.count("t")).isEqualTo(3);
  }
}
