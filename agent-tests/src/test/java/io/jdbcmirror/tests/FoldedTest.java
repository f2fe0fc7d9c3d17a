package io.jdbcmirror.tests;

import static io.jdbcmirror.tests.app.FoldingRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.FoldingRule;
import io.jdbcmirror.tests.fixture.DigestList;
import io.jdbcmirror.tests.fixture.Metrics;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.Vendor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an application executes, folded: one digest for all that differ in values and form alone.
 */
@OnEachVendor
class FoldedTest extends MirrorSuite {
  private static final List<FoldingRule> EVERYWHERE =
      List.of(
          rule("select * from t where name = ?", "t")
              .of("SELECT  *  FROM t WHERE name = 'x'")
              .of("select *\n\tfrom t where NAME = 'it''s'")
              .of("Select * from t where name=''"),
          rule("select id from t where price = ? and id = ?", "t")
              .of("select id from t where price = 5 and id=-5")
              .of("select id from t where price = 1.5e-3 and id = 12345678901")
              .of("select id from t where price = ? and id = ?"),
          rule("select id from t where id in (...)", "t")
              .of("select id from t where id in (1)")
              .of("select id from t where id IN(1, -2, null)")
              .of("select id from t where id in (?, ?)"),
          rule("select id from t where (id, price) in (...)", "t")
              .of("select id from t where (id, price) in ((1, 2), (3, 4.5))")
              .of("select id from t where (id, price) in ((1, 2))"),
          rule("insert into u(a, b) values (...)", "u")
              .of("insert into u (a, b) values (1, 2)")
              .of("INSERT INTO u(a,b) VALUES (1,2),(3,null) , (5, 6)")
              .of("insert into u (a, b) values (?, ?)"),
          rule("insert into u values (abs(?), ?)", "u")
              .of("insert into u values (abs(-1), 2)")
              .of("insert into u values (abs(-1), 2), (abs(3), 4)"),
          rule("select count(*) from t", "t")
              .of("select /* it's 5 */ count(*) from t")
              .of("select count ( * ) from t -- 'who' asks")
              .of("select count(*) from t;"),
          rule("select id from t where name is null and price = ?", "t")
              .of("select id from t where name is null and price = 1")
              .of("select id from t where name IS NULL and price = 2"),
          rule("select id from t where id between ? and ? order by id desc limit ?", "t")
              .of("select id from t where id between -1 and -2 order by id desc limit 10")
              .of("select id from t where id between ? and ? order by id desc limit 5"),
          rule("update u set b = b + ? where a = ?", "u")
              .of("update u set b = b + 1 where a = 1")
              .of("update u set b=b+2 where a=?"),
          rule(
                  "delete from u where a = ? and exists (select id from t where id in (...))",
                  "u",
                  "t")
              .of("delete from u where a = 7 and exists (select id from t where id in (1))")
              .of("delete from u where a = 8 and exists (select id from t where id in (1, 2))"),
          rule("select timestamp ?, {fn abs(?)}")
              .of("select timestamp '2020-01-01 00:00:00', {fn abs(-5)}")
              .of("select TIMESTAMP '2021-02-03 04:05:06', {fn abs(?)}"));

  private static final FoldingRule LITERAL = rule("select ?").of("select 'a'").of("select 1.5E+3");

  FoldedTest(Vendor vendor) {
    super(vendor);
  }

  private static List<FoldingRule> dialect(Vendor vendor) {
    return switch (vendor) {
      case POSTGRES ->
          List.of(
              LITERAL
                  .of("select $$it's$$")
                  .of("select $tag$ a $$ b $tag$")
                  .of("select E'it\\'s'")
                  .of("select U&'d\\0061t'")
                  .of("select X'1F'")
                  .of("select b'01' /* outer /* inner 'x' */ 5 */"),
              rule("select ?::int").of("select '5'::int").of("select 5 :: int"),
              rule("select id from t where id = any (array[...])", "t")
                  .of("select id from t where id = any(array[1, 2])")
                  .of("select id from t where id = ANY (ARRAY[1])"));
      case H2 -> List.of(LITERAL.of("select $$it's$$").of("select X'1F'").of("select 0x1F"));
      case MARIADB ->
          List.of(
              LITERAL
                  .of("select 'it\\'s'")
                  .of("select \"it\\\"s\"")
                  .of("select N'x'")
                  .of("select _utf8mb4'x'")
                  .of("select 0x1F")
                  .of("select X'1F'")
                  .of("select b'01' # it's a comment"),
              rule("select `id` from `t` where `name` = ?", "t")
                  .of("select `id` from `t` where `name` = \"x\"")
                  .of("select `id` from `t` where `name` = 'y'"),
              rule("select ? + ?").of("select /*! 1 + */ 2").of("select 1 + 2"));
    };
  }

  private List<FoldingRule> rules() {
    List<FoldingRule> rules = new ArrayList<>(EVERYWHERE);
    rules.addAll(dialect(vendor));
    return rules;
  }

  @BeforeEach
  void createTables() {
    onBothSides(
        "create table t (id bigint primary key, name varchar(40), price decimal(10,2))",
        "create table u (a int, b int)");
  }

  @Test
  void whatDiffersInValuesAndFormAloneIsOneDigestTheSameInEveryRun() {
    DigestList first = run();
    DigestList second = run();
    for (FoldingRule rule : rules()) {
      assertThat(second.ids(rule.digest())).as(rule.digest()).isEqualTo(first.ids(rule.digest()));
    }
  }

  /** What one JVM, which ends, has told. */
  private DigestList run() {
    MirroredApp app = apps.script(source, target).start();
    Metrics metrics = execute(app);
    assertThat(metrics.mirrored()).isEqualTo(metrics.requests());
    DigestList digests = DigestList.of(app);
    assertThat(digests.texts(digest -> true))
        .containsExactlyInAnyOrderElementsOf(rules().stream().map(FoldingRule::digest).toList());
    for (FoldingRule rule : rules()) {
      String digest = app.get("/api/digests/" + digests.ids(rule.digest()).get(0)).body();
      assertThat(digest)
          .contains("\"calls\":" + rule.statements().size() + ",")
          .contains("\"tables\":[" + rule.quotedTables() + "]")
          .containsPattern("\"callSites\":\\[\\{\"site\":\"[^\"]*FoldingRule\\.execute\\(Fold");
    }
    assertThat(app.exit()).isZero();
    return digests;
  }

  @Test
  void whereNothingIsSampledNothingIsFoldedAndNoCallSiteLookedAt() {
    MirroredApp app = apps.script(source, target).set("exposure", "0.0").start();
    Metrics metrics = execute(app);
    assertThat(metrics.unsampled()).isPositive().isEqualTo(metrics.requests());
    assertThat(app.get("/api/digests").body()).contains("\"total\":0,").doesNotContain("site");
  }

  private Metrics execute(MirroredApp app) {
    for (FoldingRule rule : rules()) {
      app.run(scene -> rule.execute(scene));
    }
    return app.drain();
  }
}
