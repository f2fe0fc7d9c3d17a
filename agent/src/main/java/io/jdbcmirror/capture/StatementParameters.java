package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What is bound and registered on a statement, and which of its setters the driver is in. Not
 * thread-safe, as the statement is not.
 */
final class StatementParameters {
  private final ParameterSlots slots;
  private @Nullable OutParameters out;
  private boolean inSetter;
  private boolean boundByIndex;

  StatementParameters(ParameterSlots slots) {
    this.slots = slots;
  }

  ParameterSlots slots() {
    return slots;
  }

  /** Whether the driver is inside of a setter that reads; those it calls are part of it. */
  boolean isInSetter() {
    return inSetter;
  }

  void inSetter(boolean inside) {
    inSetter = inside;
  }

  void set(Parameter parameter, long epoch) {
    boundByIndex = true;
    slots.set(parameter, epoch);
  }

  void setOpaque(int index, long epoch) {
    boundByIndex = true;
    slots.setOpaque(index, epoch);
  }

  void enterNamedSetter() {
    boundByIndex = false;
  }

  /** If the driver has not called a setter by index within, it is not known which was bound. */
  void exitNamedSetter() {
    if (!boundByIndex) {
      slots.distrust();
    }
  }

  /** What is registered of OUT parameters. */
  OutParameters out() {
    OutParameters registered = out;
    if (registered == null) {
      registered = new OutParameters();
      out = registered;
    }
    return registered;
  }

  void giveOut(ExecuteCall begun) {
    OutParameters registered = out;
    if (registered != null) {
      begun.outParameters(registered.snapshot());
    }
  }

  /** A fault of the agent's own: one of the parameters, or all, may be stale. */
  void distrust() {
    inSetter = false;
    slots.distrust();
    if (out != null) {
      out.distrust();
    }
  }

  /** Lets go of what was taken down; of what was bound nothing is known. */
  void release() {
    slots.clear(ParameterSlots.NEVER);
    slots.distrust();
    out = null;
  }
}
