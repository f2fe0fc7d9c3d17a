package io.jdbcmirror.http;

import io.jdbcmirror.config.Fraction;
import io.jdbcmirror.support.AgentLog;
import java.util.HashMap;
import java.util.Map;

/** Sets, pauses and resumes exposure; each change is one line in the log. Thread-safe. */
final class ExposureCommands {
  private final ExposureControl exposure;

  ExposureCommands(ExposureControl exposure) {
    this.exposure = exposure;
  }

  Map<String, Command> byPath() {
    Map<String, Command> commands = new HashMap<>();
    commands.put("/api/exposure", this::set);
    commands.put("/api/pause", (body, client) -> pause(client));
    commands.put("/api/resume", (body, client) -> resume(client));
    return commands;
  }

  private Response set(String body, String client) {
    Double fraction = Fraction.parse(body);
    if (fraction == null) {
      return Response.text(400, "the body is not allowed; allowed is " + Fraction.ALLOWED);
    }
    double before = exposure.set(fraction);
    if (before != fraction) {
      String when = exposure.isPaused() ? " after the pause" : "";
      log("exposure " + fraction + " instead of " + Fraction.text(before) + when, client);
    }
    return state();
  }

  private Response pause(String client) {
    if (exposure.pause(true)) {
      log("paused, exposure 0.0 instead of " + shown(), client);
    }
    return state();
  }

  private Response resume(String client) {
    if (exposure.pause(false)) {
      log("resumed, exposure " + shown() + " instead of 0.0", client);
    }
    return state();
  }

  private static void log(String change, String client) {
    AgentLog.info("control: " + change + ", asked for by " + client);
  }

  private Response state() {
    String paused = exposure.isPaused() ? ", paused" : "";
    return Response.text(200, "exposure " + shown() + paused);
  }

  private String shown() {
    return Fraction.text(exposure.fraction());
  }
}
