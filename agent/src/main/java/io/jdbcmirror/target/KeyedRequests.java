package io.jdbcmirror.target;

import io.jdbcmirror.metrics.KeyResult;
import io.jdbcmirror.traffic.GeneratedKeys;
import io.jdbcmirror.traffic.Request;
import io.jdbcmirror.traffic.StatementText;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs requests, and inserts so that their rows get the keys that the source gave: the target is
 * told the key, and asked afterwards whether it took it. Where that is not possible the insert runs
 * as it is, with the target's own keys. Belongs to one target session.
 */
final class KeyedRequests {
  private final RequestRunner runner;
  private final KeyGenerators generators;
  private final SequenceGuards guards;
  private final Vendor source;
  private final Vendor target;
  private final BatchRule rule;
  private final OwedSequences owed = new OwedSequences();
  private @Nullable KeyResult result;
  private long schemaVersion;
  private boolean bulkCounts = true;

  KeyedRequests(
      RequestRunner runner,
      KeyGenerators generators,
      SequenceGuards guards,
      BatchRule rule,
      Vendor source,
      Vendor target) {
    this.runner = runner;
    this.rule = rule;
    this.generators = generators;
    this.guards = guards;
    this.source = source;
    this.target = target;
  }

  /**
   * @throws SQLException also if the target hands out other keys than it was told
   */
  void run(Request request, TargetAnswer answer) throws SQLException {
    result = null;
    forgetOutdated();
    if (StatementEffect.mayChangeNames(request)) {
      guards.schemaChanged();
    }
    GeneratedKeys keys = request.keys();
    if (keys == null) {
      runOwn(request, answer);
    } else {
      runKeyed(request, keys, answer);
    }
  }

  /**
   * Runs requests that {@link BatchRule} allows, as one batch.
   *
   * @throws SQLException also if the driver does not tell what each of them has changed
   */
  void runTogether(List<Request> requests, List<TargetAnswer> answers) throws SQLException {
    result = null;
    forgetOutdated();
    boolean inBulk = bulkCounts && target == Vendor.MARIADB && BulkInsert.takes(requests.get(0));
    int[] counts = runner.runTogether(inBulk ? requests : withCounts(requests));
    for (int i = 0; i < answers.size(); i++) {
      if (counts.length != answers.size() || counts[i] < 0) {
        countsAreMissing(inBulk);
        throw new SQLException("the driver does not count the entries of a batch", "JM002");
      }
      answers.get(i).countTogether(counts[i]);
    }
  }

  /** An old driver of MariaDB's says of many rows at once only that they are there. */
  private void countsAreMissing(boolean inBulk) {
    if (inBulk) {
      bulkCounts = false;
    } else {
      rule.switchOff();
    }
  }

  /**
   * MariaDB's driver sends inserts in bulk, unless keys are asked for; it sends no other words for
   * that.
   */
  private List<Request> withCounts(List<Request> requests) {
    if (target != Vendor.MARIADB) {
      return requests;
    }
    Request first = requests.get(0);
    StatementText text = first.statement();
    StatementText counting =
        new StatementText(text.form(), text.sql(), Statement.RETURN_GENERATED_KEYS);
    List<Request> asking = new ArrayList<>(requests.size());
    for (Request request : requests) {
      asking.add(
          Request.of(counting, request.call())
              .rows(request.rows())
              .options(request.options())
              .build());
    }
    return asking;
  }

  /**
   * MariaDB refuses a batch of a statement that was prepared before its table was altered.
   * Elsewhere statements stay as the source has them: names may mean other tables by now.
   */
  private void forgetOutdated() {
    long now = guards.schemaVersion();
    if (now != schemaVersion && target.isMySqlFamily()) {
      schemaVersion = now;
      runner.forgetStatements();
    }
  }

  /** What became of the last request's generated keys; null if it asked for none. */
  @Nullable KeyResult result() {
    return result;
  }

  /** After a rollback, which sequences do not take part in. */
  void rolledBack() throws SQLException {
    owed.settle();
  }

  /** Names may mean other tables from now on. */
  void namesChanged() {
    generators.forget();
    rule.forget();
  }

  private void runKeyed(Request request, GeneratedKeys keys, TargetAnswer answer)
      throws SQLException {
    List<Map<Object, Long>> rows = keys.rows();
    boolean read = rows.stream().anyMatch(row -> !row.isEmpty());
    if (!read) {
      result = keys.isUnclear() ? KeyResult.UNSUPPORTED : KeyResult.NOT_READ;
      runOwn(request, answer);
      return;
    }
    InsertText insert = parse(request);
    KeyGenerator generator = insert == null ? null : generators.of(insert.table());
    KeyPlan plan =
        insert == null || generator == null
            ? null
            : KeyPlan.of(request, rows, insert, generator, source, target);
    if (plan == null) {
      result = KeyResult.UNSUPPORTED;
      runOwn(request, answer);
    } else {
      run(request, plan, answer);
    }
  }

  private @Nullable InsertText parse(Request request) {
    String sql = request.statement().sql();
    return sql == null ? null : InsertParser.parse(sql, target);
  }

  /** With whatever keys the target makes; they are asked for only in words that it understands. */
  private void runOwn(Request request, TargetAnswer answer) throws SQLException {
    boolean foreign = source != target && request.statement().generatedKeys() != null;
    Request own = foreign ? with(request, null) : request;
    if (guards.areNeeded()) {
      runGuarded(own, answer);
    } else {
      runner.run(own, answer);
    }
  }

  /** An insert of its own keys must not come between another's key and its insert. */
  private void runGuarded(Request request, TargetAnswer answer) throws SQLException {
    InsertText insert = parse(request);
    KeyGenerator generator = insert == null ? null : generators.of(insert.table());
    SequenceGuard guard = generator == null ? null : guardOf(generator);
    boolean held = guard != null && guard.enter();
    try {
      runner.run(request, answer);
    } finally {
      if (guard != null && held) {
        guard.leave();
      }
    }
  }

  private @Nullable SequenceGuard guardOf(KeyGenerator generator) {
    String shared = generator.shared();
    return shared == null ? null : guards.of(shared);
  }

  private void run(Request request, KeyPlan plan, TargetAnswer answer) throws SQLException {
    Request asking = source == target ? request : with(request, plan.keyColumn());
    if (plan.givesKeysItself()) {
      runGiven(asking, plan, answer);
      return;
    }
    SequenceGuard guard = guardOf(plan.generator());
    boolean held = guard != null && guard.enter();
    try {
      result = KeyResult.SAME;
      for (int step = 0; step < plan.steps(); step++) {
        runStep(asking, plan, step, guard, answer);
      }
    } finally {
      if (guard != null && held) {
        guard.leave();
      }
    }
  }

  /** The insert names its keys: nothing to set, and mostly nothing that could differ. */
  private void runGiven(Request request, KeyPlan plan, TargetAnswer answer) throws SQLException {
    KeyCheck check = plan.check(plan.allValues(), source == target);
    runner.run(request, answer, check);
    result = check.isSame() ? KeyResult.SAME : KeyResult.UNSUPPORTED;
  }

  private void runStep(
      Request request, KeyPlan plan, int step, @Nullable SequenceGuard guard, TargetAnswer answer)
      throws SQLException {
    KeyGenerator generator = plan.generator();
    long before = generator.aim(plan.aim(step));
    if (guard != null) {
      before = Math.max(before, guard.owed());
      owed.add(generator, guard, before);
    }
    KeyCheck check = plan.check(plan.values(step), source == target);
    runner.run(plan.request(request, step), answer, check);
    if (!check.isSame()) {
      throw new SQLException("the target has handed out other keys than the source", "JM001");
    }
    if (before != plan.values(step)[0] || plan.namesKeys()) {
      result = KeyResult.SET;
    }
    owed.settle(before > plan.next(step));
  }

  /**
   * @param column whose keys are asked for by name, which every driver takes; null asks for none
   */
  private static Request with(Request request, @Nullable String column) {
    StatementText text = request.statement();
    Object keys = text.asksForKeys() && column != null ? new String[] {column} : null;
    return Request.of(new StatementText(text.form(), text.sql(), keys), request.call())
        .rows(request.rows())
        .batchSql(request.batchSql())
        .options(request.options())
        .build();
  }
}
