package io.jdbcmirror.capture;

import io.jdbcmirror.metrics.Outcome;
import io.jdbcmirror.traffic.Parameter;
import io.jdbcmirror.traffic.Request.Call;
import io.jdbcmirror.traffic.StatementOptions;
import io.jdbcmirror.traffic.StatementText;
import io.jdbcmirror.traffic.StatementText.Form;
import java.util.Collections;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The state that hangs on one of the driver's statements: its text, its parameters, its batch. Not
 * thread-safe, as the statement is not.
 */
final class StatementCapture extends DriverState {
  private final CapturedSession session;
  private final String driver;
  private final OwnText own;
  private StatementOptions options;
  private final StatementParameters parameters;
  private final StatementBatch batch;
  private boolean distrusted;
  private boolean held;
  private boolean executing;
  private final OutermostCall outermost = new OutermostCall();
  private final StatementKeys keys;
  private final StatementResults results;
  private final StatementTokens tokens = new StatementTokens(this);
  private final IntSupplier placeholders;

  /**
   * @param driver name of the statement's class; only asked for where parameters are bound
   */
  StatementCapture(CapturedSession session, String driver, StatementCreation creation) {
    this.session = session;
    this.driver = driver;
    this.own = new OwnText(session, creation.text());
    this.placeholders = own::countPlaceholders;
    this.options = creation.options();
    this.parameters = new StatementParameters(session.newParameters(own.seenSince()));
    this.keys = new StatementKeys(session);
    this.results = session.newResults();
    this.batch = new StatementBatch(session);
  }

  CapturedSession session() {
    return session;
  }

  String driver() {
    return driver;
  }

  /** The driver's outer call knows better than its inner one how the application made it. */
  void remade(StatementCreation outer) {
    options = outer.options();
    if (own.become(outer.text())) {
      keys.remade();
      tokens.remade();
      clearParameters();
    }
  }

  /** Whether bindings are wanted: the cheapest answer first, it is asked at each setter. */
  boolean records() {
    return (session.isSampled() || (own.isAlwaysRecorded() && !session.isOff())) && !executing;
  }

  StatementParameters parameters() {
    return parameters;
  }

  void parameter(Parameter parameter) {
    hold();
    parameters.set(parameter, own.epoch());
  }

  void opaqueParameter(int index) {
    parameters.setOpaque(index, own.epoch());
  }

  /** A fault of the agent's own: what this statement does from now on is not known. */
  void distrust() {
    distrusted = true;
    outermost.forget();
    release();
  }

  /** Lets go of what it has taken down. */
  void release() {
    batch.clear();
    parameters.release();
    keys.clear();
    results.goOn();
  }

  StatementKeys keys() {
    return keys;
  }

  StatementResults results() {
    return results;
  }

  private void hold() {
    if (!held) {
      held = true;
      session.holds(this);
    }
  }

  void clearParameters() {
    parameters.slots().clear(own.seenSince());
  }

  /** The statement is closed: gives back what it held. */
  void close() {
    keys.close();
    results.goOn();
    batch.clear();
    clearParameters();
    if (held) {
      held = false;
      session.holdsNoMore(this);
    }
  }

  /** An option was set: sampled or not, since options outlive transactions. */
  void option(String setter, @Nullable Object value) {
    options = OptionSetters.apply(options, setter, value);
  }

  /**
   * A call begins that changes what the next execution does.
   *
   * @return false if this one is part of another
   */
  boolean enterCall(String method) {
    return outermost.enter(method);
  }

  /** The call that was entered has been taken down, or has thrown. */
  void exitCall() {
    if (outermost.exit()) {
      clearParameters();
    }
  }

  /**
   * @param sql null for a prepared statement's own
   */
  void addBatch(@Nullable String sql) {
    hold();
    if (!session.isSampled()) {
      // Seen by nobody: an execution in a sampled transaction would lack this row.
      batch.addUnknown(Outcome.PARAMETERS_NOT_CAPTURED);
      if (sql != null) {
        session.missed(sql);
      }
    } else if (sql != null) {
      batch.add(sql);
    } else {
      addRow();
    }
  }

  private void addRow() {
    Parameter[] row = snapshot();
    if (row == null) {
      batch.addUnknown(parameters.slots().whyMissing());
    } else {
      batch.add(row);
    }
  }

  void clearBatch() {
    batch.clear();
  }

  /**
   * The token of an execution of the statement's own text of which nothing is wanted; null if
   * something is.
   */
  @Nullable PassingCall pass(Call call) {
    boolean passes = session.passes() && own.mayPass(call) && keys.isEmpty() && results.isEmpty();
    return passes ? tokens.passing(own.traits()) : null;
  }

  /** The execution begins. */
  void begin() {
    executing = true;
  }

  /**
   * Takes down an execution as it begins.
   *
   * @param sql of the call itself; null for a prepared statement's own and for a batch
   */
  ExecuteCall begin(Call call, @Nullable String sql, @Nullable Object generatedKeys) {
    begin();
    keys.clear();
    results.goOn();
    ExecuteCall begun = sql == null ? beginOwn(call) : beginGiven(call, sql, generatedKeys);
    if (call.isBatch()) {
      batch.clear();
    }
    return begun;
  }

  private ExecuteCall beginOwn(Call call) {
    if (!isWanted(own.traits())) {
      own.miss();
      return tokens.next().begin(call, own.traits(), null);
    }
    ExecuteCall begun = tokens.next().begin(call, own.traits(), own.text());
    take(begun);
    keys.takeOwn(begun, own.text());
    return begun;
  }

  private ExecuteCall beginGiven(Call call, String sql, @Nullable Object generatedKeys) {
    SqlTraits given = session.classify(sql);
    if (!isWanted(given)) {
      OwnText.miss(session, given, sql);
      return tokens.next().begin(call, given, null);
    }
    StatementText whole = new StatementText(Form.PLAIN, sql, Keys.copy(generatedKeys));
    ExecuteCall begun = tokens.next().begin(call, given, whole);
    take(begun);
    keys.takeOf(begun, whole);
    return begun;
  }

  private boolean isWanted(SqlTraits called) {
    return session.isSampled() || called.changesSession();
  }

  private void take(ExecuteCall begun) {
    if (distrusted) {
      begun.taint(Outcome.PARAMETERS_NOT_CAPTURED);
    }
    if (begun.call().isBatch()) {
      batch.giveTo(begun);
    } else if (own.text().form() != Form.PLAIN) {
      takeParameters(begun);
    }
    begun.options(options);
    results.take(begun);
    if (begun.call().isCopy()) {
      results.lose(); // what goes through it is no result
    }
    parameters.giveOut(begun);
  }

  /**
   * A driver executes this to change a row of a result set. It may have bound values by ways of its
   * own, which were not seen; and it names the source's database, where the target's is meant.
   */
  void changesRow(ExecuteCall begun) {
    String home = session.homeDatabase();
    if (home != null) {
      begun.unqualify(home);
    }
    if (!begun.hasParameters(own.countPlaceholders())) {
      begun.taint(Outcome.PARAMETERS_NOT_CAPTURED);
    }
  }

  private void takeParameters(ExecuteCall begun) {
    Parameter[] row = snapshot();
    if (row == null) {
      begun.taint(parameters.slots().whyMissing());
    } else {
      begun.rows(Collections.singletonList(row));
    }
  }

  private Parameter @Nullable [] snapshot() {
    return parameters.slots().snapshot(own.epoch(), placeholders);
  }

  /** The execution has returned or thrown. */
  void end() {
    executing = false;
  }
}
