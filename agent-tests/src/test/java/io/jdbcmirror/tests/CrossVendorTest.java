package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.EveryForm;
import io.jdbcmirror.tests.app.PoolProgram;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.ClassPath;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A target of another vendor, whose driver the application does not have. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "MARIADB"})
class CrossVendorTest {
  private static final String ROWS = "select id, name from t order by id";

  @RegisterExtension final Apps apps = new Apps();

  private final Vendor vendor;

  CrossVendorTest(Vendor vendor) {
    this.vendor = vendor;
  }

  @Test
  void whatTheTargetTakesArrivesAndWhatItRefusesIsAQueryError() {
    Database source = vendor.source().createDatabase("source");
    Database target = Vendor.POSTGRES.target().createDatabase("target");
    for (Database database : List.of(source, target)) {
      database.execute("create table t (id int primary key, name varchar(40))");
    }
    MirroredApp app =
        apps.script(source, target)
            .without("postgresql-")
            .set("target.driver-jar", ClassPath.driver("postgresql-").toString())
            .start();
    EveryForm.Tally tally = app.ask(scene -> PoolProgram.run(scene.pool(2)));
    assertThat(app.drain().mirrored()).isEqualTo(tally.mirrored());
    assertThat(target.rows(ROWS)).isEqualTo(source.rows(ROWS));

    String dialect =
        vendor == Vendor.H2
            ? "merge into t key (id) values (1, 'in its own words')"
            : "replace into t values (1, 'in its own words')";
    app.run(scene -> scene.execute("a", dialect, "insert into t values (9999, 'after it')"));

    Metrics metrics = app.drain();
    assertThat(metrics.mirrored()).isEqualTo(tally.mirrored() + 1);
    assertThat(metrics.failed()).isOne();
    assertThat(metrics.errors("query")).isOne();
    assertThat(app.stderr()).contains("query error, SQLState 42601");
    assertThat(target.rows("select name from t where id = 9999")).containsExactly("after it");
  }
}
