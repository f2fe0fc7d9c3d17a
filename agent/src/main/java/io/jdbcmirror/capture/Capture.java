package io.jdbcmirror.capture;

import io.jdbcmirror.bootstrap.ConnectionHandler;
import io.jdbcmirror.bootstrap.CopyHandler;
import io.jdbcmirror.bootstrap.JdbcHandler;
import io.jdbcmirror.bootstrap.JdbcHooks;
import io.jdbcmirror.bootstrap.KeyHandler;
import io.jdbcmirror.bootstrap.ParameterHandler;
import io.jdbcmirror.bootstrap.ResultHandler;
import io.jdbcmirror.bootstrap.StatementHandler;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.metrics.Recorder;
import io.jdbcmirror.traffic.TrafficQueue;
import org.jspecify.annotations.Nullable;

/**
 * What the instrumented driver calls, on the application's threads. Each part finds the state that
 * hangs on the object, and hands over; objects without state (pools, wrappers, proxies, the agent's
 * own connections) are passed over, so that one call of the application is one request.
 */
public final class Capture implements JdbcHandler {
  private final Exposure exposure;
  private final Connections sessions;
  private final CaptureFaults faults;
  private final ConnectionCapture connections;
  private final ExecutionCapture statements;
  private final ParameterCapture parameters;
  private final ResultCapture results;
  private final KeyCapture keys;
  private final CopyCapture copies;
  private final Doubts doubts;

  public Capture(Config config, TrafficQueue queue, Recorder recorder) {
    States states = new States();
    this.exposure = new Exposure(config.exposure());
    this.sessions = new Connections(config, queue, recorder, exposure);
    this.faults = new CaptureFaults(recorder, sessions::switchOff);
    this.results = new ResultCapture(states);
    this.keys = new KeyCapture(states);
    this.connections = new ConnectionCapture(states, sessions);
    this.statements = new ExecutionCapture(states, results, keys);
    this.parameters = new ParameterCapture(states, config.parameterMaxBytes());
    this.copies = new CopyCapture(states);
    this.doubts = new Doubts(states, keys, results);
  }

  /** Which transactions are mirrored: to look at and to change. */
  public Exposure exposure() {
    return exposure;
  }

  /** Whether faults of its own have made capture end itself. */
  public boolean isSwitchedOff() {
    return faults.offMillis() != 0;
  }

  /** When they have, in milliseconds of the epoch; 0 while they have not. */
  public long switchedOffMillis() {
    return faults.offMillis();
  }

  /** Lets go of whatever is open: nothing more will come of it. To be called on an agent thread. */
  public void switchOff() {
    sessions.switchOff();
  }

  @Override
  public ConnectionHandler connections() {
    return connections;
  }

  @Override
  public StatementHandler statements() {
    return statements;
  }

  @Override
  public ParameterHandler parameters() {
    return parameters;
  }

  @Override
  public ResultHandler results() {
    return results;
  }

  @Override
  public KeyHandler keys() {
    return keys;
  }

  @Override
  public CopyHandler copies() {
    return copies;
  }

  /** First makes sure that nothing uncertain is mirrored, then counts and tells. */
  @Override
  public void failed(String hook, @Nullable Object subject, Throwable thrown) {
    try {
      if (hook.equals(JdbcHooks.SKIPPED)) {
        sessions.switchOff();
      } else {
        doubts.about(hook, subject);
      }
    } finally {
      faults.add(hook, thrown);
    }
  }
}
