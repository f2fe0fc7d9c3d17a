package io.jdbcmirror.traffic;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the application did that outlives its transaction on the connection: a JDBC attribute
 * it set or a statement such as {@code SET}. A session's changes in the order of their numbers are
 * its preamble; a target session runs those it has not run yet before its next transaction.
 * Immutable.
 */
public final class SessionChange {
  /** The JDBC attributes of a connection that are carried. */
  public enum Attribute {
    ISOLATION,
    READ_ONLY,
    SCHEMA,
    CATALOG,
    HOLDABILITY,
    CLIENT_INFO
  }

  private final long number;
  private final String key;
  private final @Nullable Attribute attribute;
  private final @Nullable Object value;
  private final @Nullable Request request;
  private final long undoes;

  private SessionChange(
      long number,
      String key,
      @Nullable Attribute attribute,
      @Nullable Object value,
      @Nullable Request request,
      long undoes) {
    this.number = number;
    this.key = key;
    this.attribute = attribute;
    this.value = value;
    this.request = request;
    this.undoes = undoes;
  }

  /**
   * @param value {@code Integer} for isolation and holdability, {@code Boolean} for read-only,
   *     {@code String} or null for schema and catalog
   */
  public static SessionChange attribute(long number, Attribute attribute, @Nullable Object value) {
    return new SessionChange(number, attribute.name(), attribute, value, null, 0);
  }

  /**
   * @param value null clears it
   */
  public static SessionChange clientInfo(long number, String name, @Nullable String value) {
    return new SessionChange(
        number,
        Attribute.CLIENT_INFO + " " + name,
        Attribute.CLIENT_INFO,
        new SimpleImmutableEntry<>(name, value),
        null,
        0);
  }

  /**
   * @param key changes of one key replace each other
   */
  public static SessionChange statement(long number, String key, Request request) {
    return new SessionChange(number, key, null, null, request, 0);
  }

  /**
   * A statement that takes back an earlier change (drops a temporary table).
   *
   * @param undoes number of that change; a target session that never ran it skips this one
   */
  public static SessionChange undoing(long number, String key, Request request, long undoes) {
    return new SessionChange(number, key, null, null, request, undoes);
  }

  /** Rising within a session, from 1. */
  public long number() {
    return number;
  }

  public String key() {
    return key;
  }

  /** Null where it is a statement. */
  public @Nullable Attribute attribute() {
    return attribute;
  }

  /** The name that {@code setClientInfo} has set, null where it is another change. */
  public @Nullable String clientInfoName() {
    return attribute == Attribute.CLIENT_INFO && value != null
        ? (String) ((Map.Entry<?, ?>) value).getKey()
        : null;
  }

  /** A {@code Map.Entry} of name and value for client info. */
  public @Nullable Object value() {
    return value;
  }

  /** Null where it is an attribute. */
  public @Nullable Request request() {
    return request;
  }

  /** Number of the change taken back, 0 for none. */
  public long undoes() {
    return undoes;
  }
}
