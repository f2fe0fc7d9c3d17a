package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A target without room: what it does not take is failed, and its transactions leave nothing. */
@ParameterizedClass(name = "{0}")
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2")
class FullTargetTest extends MirrorSuite {
  private static final int ROWS = 40;

  FullTargetTest(Vendor vendor) {
    super(vendor);
  }

  @Test
  void whatFindsNoRoomIsFailedAndTheApplicationGoesOn() {
    onBothSides("create table t (id int, name char(250))", "create table small (id int)");
    target.execute(fill());
    MirroredApp app = mirror();
    app.run(
        scene -> {
          for (int i = 1; i <= ROWS; i++) {
            scene.execute("a", "insert into t values (" + i + ", 'x')");
          }
          scene.connection("a").setAutoCommit(false);
          scene.execute("a", "insert into small values (1)", "insert into t values (0, 'x')");
          scene.connection("a").commit();
          scene.execute("a", "insert into small values (2)");
          scene.connection("a").commit();
        });

    Metrics metrics = app.drain();
    assertThat(source.count("t")).isEqualTo(ROWS + 1);
    assertThat(metrics.failed()).isGreaterThan(2);
    assertThat(metrics.mirrored()).isEqualTo(target.count("t") + 1);
    assertThat(metrics.errors("query")).isEqualTo(metrics.failed() - 1);
    assertThat(target.rows("select id from small")).containsExactly("2");
  }

  /** The table takes a few rows, and then says what its server says when there is no room. */
  private String[] fill() {
    if (isMariaDb()) {
      return new String[] {
        "set max_heap_table_size = 16384", "alter table t engine = memory",
      };
    }
    return new String[] {
      "create function room() returns trigger language plpgsql as $$ begin"
          + " if (select count(*) from t) >= 10 then"
          + " raise exception 'no space left on device' using errcode = 'disk_full'; end if;"
          + " return new; end $$",
      "create trigger room before insert on t for each row execute function room()"
    };
  }
}
