package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.SessionChange.Attribute;
import org.jspecify.annotations.Nullable;

/** One call on a connection that is under way in the driver. Confined to the calling thread. */
final class ConnectionCall {
  private final CapturedSession session;
  private final String method;
  private final @Nullable Object argument;
  private final @Nullable CapturedSession outer;

  /**
   * @param outer what the thread was inside of before
   */
  ConnectionCall(
      CapturedSession session,
      String method,
      @Nullable Object argument,
      @Nullable CapturedSession outer) {
    this.session = session;
    this.method = method;
    this.argument = argument;
    this.outer = outer;
  }

  CapturedSession session() {
    return session;
  }

  String method() {
    return method;
  }

  @Nullable Object argument() {
    return argument;
  }

  @Nullable CapturedSession outer() {
    return outer;
  }

  boolean is(String name) {
    return method.equals(name);
  }

  boolean flag() {
    return Boolean.TRUE.equals(argument);
  }

  /** The attribute it sets, null if it sets none. */
  @Nullable Attribute attribute() {
    switch (method) {
      case "setTransactionIsolation":
        return Attribute.ISOLATION;
      case "setReadOnly":
        return Attribute.READ_ONLY;
      case "setSchema":
        return Attribute.SCHEMA;
      case "setCatalog":
        return Attribute.CATALOG;
      case "setHoldability":
        return Attribute.HOLDABILITY;
      default:
        return null;
    }
  }
}
