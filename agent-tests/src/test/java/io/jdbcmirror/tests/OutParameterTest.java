package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.CallableStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a procedure brings back is registered on the target too. H2 has no such procedures. */
@ParameterizedClass(name = "{0}")
@EnumSource(
    value = Vendor.class,
    names = {"POSTGRES", "MARIADB"})
class OutParameterTest extends MirrorSuite {
  private static final String SUM_UP = "{call sum_up(?, ?, ?)}";

  OutParameterTest(Vendor vendor) {
    super(vendor);
  }

  @BeforeEach
  void createRoutines() {
    onBothSides(Routines.of(vendor));
  }

  @Test
  void parametersThatGoBothWaysAreBoundAndRegistered() {
    String result =
        askAndCompare(
            scene -> {
              try (CallableStatement call = scene.connection("a").prepareCall(SUM_UP)) {
                call.setInt(1, 1);
                call.registerOutParameter(2, Types.INTEGER);
                call.setInt(2, 10);
                call.registerOutParameter(3, Types.INTEGER);
                call.execute();
                return call.getInt(2) + " " + call.getInt(3);
              }
            });

    assertThat(result).isEqualTo("11 22");
    assertThat(target.rows("select * from t")).containsExactly("1|total 10");
  }

  @Test
  void registrationsOutliveExecutionsAndUnsampledTransactions() {
    MirroredApp app = apps.script(source, target).set("exposure", "0.5").start();
    app.run(
        scene -> {
          try (CallableStatement call = scene.connection("a").prepareCall(SUM_UP)) {
            call.registerOutParameter(2, Types.INTEGER);
            call.registerOutParameter(3, Types.INTEGER);
            for (int id = 1; id <= 100; id++) {
              call.setInt(1, id);
              if (id % 10 == 1) {
                call.setInt(2, id);
              }
              call.execute();
            }
          }
        });

    Metrics metrics = app.drain();
    List<String> arrived = target.rows("select * from t");
    assertThat(source.rows("select * from t")).containsAll(arrived);
    assertThat(metrics.mirrored()).isEqualTo(arrived.size()).isBetween(20L, 80L);
    assertThat(metrics.mirrored() + metrics.unsampled()).isEqualTo(100);
  }

  @Test
  void statementsOfOneTextKeepTheirRegistrationsApart() {
    askAndCompare(
        scene -> {
          try (CallableStatement first = scene.connection("a").prepareCall(SUM_UP);
              CallableStatement second = scene.connection("a").prepareCall(SUM_UP)) {
            for (int id = 1; id <= 5; id += 2) {
              call(first, id, Types.INTEGER);
              call(second, id + 1, Types.INTEGER);
            }
            return second.getInt(3);
          }
        });

    assertThat(target.count("t")).isEqualTo(6);
  }

  private static void call(CallableStatement call, int id, int type) throws SQLException {
    call.setInt(1, id);
    call.setInt(2, id);
    call.registerOutParameter(2, type);
    call.registerOutParameter(3, type);
    call.execute();
  }
}
