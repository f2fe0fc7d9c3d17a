package io.jdbcmirror.capture;

import io.jdbcmirror.traffic.SessionChange.Attribute;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One call on a connection that is under way in the driver. Confined to the calling thread. */
final class ConnectionCall extends HookedCall {
  private final String method;
  private final @Nullable Object argument;
  private final @Nullable Object second;

  ConnectionCall(
      CapturedSession session, String method, @Nullable Object argument, @Nullable Object second) {
    super(session);
    this.method = method;
    this.argument = argument;
    this.second = second;
  }

  void end(@Nullable Object returned, @Nullable Throwable thrown) {
    leave();
    session().afterConnectionCall(this, returned, thrown);
  }

  String method() {
    return method;
  }

  @Nullable Object argument() {
    return argument;
  }

  boolean is(String name) {
    return method.equals(name);
  }

  /** Also one that ends the session. */
  boolean mayEndTransaction() {
    switch (method) {
      case "commit":
      case "rollback":
      case "setAutoCommit":
      case "close":
      case "abort":
        return true;
      default:
        return false;
    }
  }

  boolean endsSession() {
    return is("close") || is("abort");
  }

  /**
   * Keeps what {@code setClientInfo} has set. By exact class: no method of an application's own
   * {@code Properties} is called.
   */
  void clientInfo(Preamble preamble) {
    if (argument instanceof String) {
      preamble.clientInfo((String) argument, (String) second);
    } else if (argument != null && argument.getClass() == Properties.class) {
      preamble.clientInfo((Properties) argument);
    }
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
