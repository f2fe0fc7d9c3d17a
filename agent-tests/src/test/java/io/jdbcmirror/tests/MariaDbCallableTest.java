package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.CallableStatement;
import java.sql.JDBCType;
import java.sql.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only MariaDB's driver has of calls. */
class MariaDbCallableTest extends MirrorSuite {
  MariaDbCallableTest() {
    super(Vendor.MARIADB);
  }

  @BeforeEach
  void createRoutines() {
    onBothSides(Routines.of(vendor));
  }

  @Test
  void parametersAreRegisteredByNameToo() {
    int result =
        askAndCompare(
            scene -> {
              try (CallableStatement call =
                  scene.connection("a").prepareCall("{call sum_up(?, ?, ?)}")) {
                call.registerOutParameter("doubled", JDBCType.INTEGER);
                call.registerOutParameter("total", Types.INTEGER);
                call.setInt(1, 3);
                call.setInt(2, 4);
                call.executeUpdate();
                return call.getInt("doubled");
              }
            });

    assertThat(result).isEqualTo(14);
    assertThat(target.rows("select * from t")).containsExactly("3|total 4");
  }
}
