package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a target without room, or that may be read only, does not take is failed and leaves nothing.
 */
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

  /** As an operator makes it before maintenance: for all users that are not superusers. */
  @Test
  void whatAServerThatIsReadOnlyRefusesIsFailedUntilItIsWritable() {
    onBothSides("create table t (id int)", "create table small (id int)");
    String user = "writer_" + target.name();
    target.execute(writer(user));
    MirroredApp app =
        apps.script(source.url(), source.server().user(), source.server().password())
            .target(target.url(), user, "Secret_1")
            .start();
    app.run(scene -> scene.execute("a", "insert into t values (1)"));
    app.drain();
    try {
      readOnly(true);
      app.run(
          scene -> {
            scene.execute("b", "insert into t values (2)");
            scene.connection("b").setAutoCommit(false);
            scene.execute("b", "select * from t", "insert into small values (1)");
            scene.connection("b").commit();
            scene.execute("b", "select count(*) from t");
            scene.connection("b").commit();
          });
      Metrics metrics = app.drain();
      assertThat(metrics.failed()).isEqualTo(3);
      assertThat(metrics.errors("query")).isEqualTo(2);
      assertThat(metrics.mirrored()).isEqualTo(2);
      assertThat(metrics.value("mirror_target_up")).isOne();
    } finally {
      readOnly(false);
    }
    long mirrored = app.metrics().mirrored();
    await()
        .until(
            () -> {
              app.run(scene -> scene.execute("a", "insert into t values (3)"));
              return app.drain().mirrored() > mirrored;
            });
    assertThat(target.rows("select distinct id from t order by id")).containsExactly("1", "3");
    assertThat(target.count("small")).isZero();
  }

  private void readOnly(boolean on) {
    if (isMariaDb()) {
      target.execute("set global read_only = " + (on ? 1 : 0));
      return;
    }
    String setting = "default_transaction_read_only";
    target.execute("alter system set " + setting + " = " + (on ? "on" : "off"));
    target.execute("select pg_reload_conf()");
    await().until(() -> target.rows("show " + setting).equals(List.of(on ? "on" : "off")));
  }

  private String[] writer(String user) {
    if (isMariaDb()) {
      return new String[] {
        "create user " + user + " identified by 'Secret_1'",
        "grant select, insert, process on *.* to " + user
      };
    }
    return new String[] {
      "create user " + user + " password 'Secret_1'",
      "grant select, insert on all tables in schema public to " + user
    };
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
