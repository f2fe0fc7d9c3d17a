package io.jdbcmirror.lifecycle;

import io.jdbcmirror.bootstrap.JdbcHooks;
import io.jdbcmirror.capture.Capture;
import io.jdbcmirror.capture.ExposureRamp;
import io.jdbcmirror.config.Config;
import io.jdbcmirror.http.MetricsServer;
import io.jdbcmirror.metrics.JmxView;
import io.jdbcmirror.metrics.PrometheusRecorder;
import io.jdbcmirror.mirror.Mirror;
import io.jdbcmirror.report.ReportFile;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.support.AgentThread;
import io.jdbcmirror.support.AgentThreads;
import io.jdbcmirror.support.Version;
import io.jdbcmirror.target.TargetSettings;
import io.jdbcmirror.traffic.TrafficQueue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The running agent: capture, queue, mirror, metrics server. What captures is there at once, on the
 * application's thread; all that takes time starts on a thread of the agent's own.
 */
final class MirrorService {
  private final Config config;
  private final PrometheusRecorder recorder;
  private final TrafficQueue queue;
  private final Capture capture;
  private @Nullable Mirror mirror;
  private @Nullable RampRunner rampRunner;
  private @Nullable JmxView jmx;
  private @Nullable MetricsServer server;
  private @Nullable ReportFile report;
  private boolean stopped;

  MirrorService(Config config) {
    this.config = config;
    this.recorder = new PrometheusRecorder(Version.current(), config.digestsMax());
    this.queue =
        new TrafficQueue(config.mirrorThreads(), config.queueCapacity(), config.queueMaxBytes());
    this.capture = new Capture(config, queue, recorder);
    recorder.exposure(capture.exposure()::current);
    recorder.hooks(Arrays.asList(JdbcHooks.names()));
  }

  void start() {
    AgentThread start = AgentThreads.create("start", this::startThreads);
    try {
      Runtime.getRuntime().addShutdownHook(AgentThreads.create("shutdown", this::stop));
    } catch (IllegalStateException e) {
      return; // the first driver came with the end of the JVM
    }
    JdbcHooks.install(capture);
    start.start();
  }

  private synchronized void startThreads() {
    if (stopped) {
      return;
    }
    try {
      startParts();
    } catch (Throwable t) {
      giveUp(t);
    }
  }

  private void startParts() {
    for (String line : config.describe()) {
      AgentLog.info(line);
    }
    Mirror started = Mirror.start(TargetSettings.from(config), queue, recorder);
    mirror = started;
    recorder.queue(new QueueGauges(queue, started));
    MirrorExposure exposure = new MirrorExposure(capture.exposure(), startRamp(started));
    Status status = new Status(started, capture, exposure);
    jmx = JmxView.start(recorder::snapshot, status::state, capture.exposure()::current);
    server = MetricsServer.start(config, recorder, status);
    report = ReportFile.start(config, recorder);
  }

  private @Nullable ExposureRamp startRamp(Mirror started) {
    ExposureRamp ramp = ExposureRamp.of(config, capture.exposure(), System.nanoTime());
    rampRunner = ramp == null ? null : RampRunner.start(ramp, recorder, started, capture);
    return ramp;
  }

  private void stopWatching() {
    RampRunner growing = rampRunner;
    if (growing != null) {
      growing.stop();
    }
    JmxView looking = jmx;
    if (looking != null) {
      looking.stop();
    }
  }

  /** What the application has done up to now goes nowhere, and nothing more is taken down. */
  private void giveUp(Throwable t) {
    stopped = true;
    stopWatching();
    JdbcHooks.install(null);
    AgentLog.error("could not start, the application runs unmirrored: " + AgentLog.describe(t));
    capture.switchOff();
  }

  /** At the JVM's end: applies what is left within the drain limit and tells the outcomes. */
  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    stopWatching();
    Mirror running = mirror;
    if (running != null) {
      running.stop(config.shutdownDrainTimeoutMillis());
    }
    JdbcHooks.install(null);
    if (running != null) {
      running.stop(0); // counts what took its place in between
    }
    MetricsServer listening = server;
    if (listening != null) {
      listening.stop();
    }
    ReportFile written = report;
    if (written != null) {
      written.stop();
    }
    AgentLog.info("at exit: " + recorder.snapshot().summary());
  }
}
