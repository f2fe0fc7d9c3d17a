package io.jdbcmirror.target;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of itself, so that it can be told from another by whatever name or proxy the
 * two are reached. Immutable.
 */
final class ServerIdentity {
  private final String product;
  private final boolean certain;
  private final List<@Nullable String> facts;
  private final @Nullable String cluster;
  private final long earliestStartMicros;
  private final long latestStartMicros;
  private final @Nullable String database;

  private ServerIdentity(
      String product,
      boolean certain,
      List<@Nullable String> facts,
      @Nullable String cluster,
      long earliestStartMicros,
      long latestStartMicros,
      @Nullable String database) {
    this.product = product;
    this.certain = certain;
    this.facts = facts;
    this.cluster = cluster;
    this.earliestStartMicros = earliestStartMicros;
    this.latestStartMicros = latestStartMicros;
    this.database = database;
  }

  /**
   * @param facts in the order of their product; null for one the server did not tell
   * @param cluster name of a cluster whose servers all write the same data, null for none
   * @param earliestStartMicros start of the server, microseconds since 1970, lower bound
   * @param latestStartMicros upper bound
   * @param database null if the connection has none
   */
  static ServerIdentity of(
      String product,
      List<@Nullable String> facts,
      @Nullable String cluster,
      long earliestStartMicros,
      long latestStartMicros,
      @Nullable String database) {
    return new ServerIdentity(
        product, true, facts, cluster, earliestStartMicros, latestStartMicros, database);
  }

  /** A database that is the one and only with these facts. */
  static ServerIdentity certain(String product, List<@Nullable String> facts) {
    return new ServerIdentity(product, true, facts, null, 0, 0, null);
  }

  /** Another fact means another database, but the same facts need not mean the same. */
  static ServerIdentity likely(String product, List<@Nullable String> facts) {
    return new ServerIdentity(product, false, facts, null, 0, 0, null);
  }

  /** Of this server no more is known than its product. */
  static ServerIdentity untold(String product) {
    return likely(product, Arrays.asList());
  }

  String product() {
    return product;
  }

  Relation relationTo(ServerIdentity other) {
    if (!product.equals(other.product)) {
      return Relation.DIFFERENT;
    }
    if (!certain || !other.certain) {
      return factsDiffer(other) ? Relation.DIFFERENT : Relation.UNKNOWN;
    }
    boolean sameCluster = cluster != null && cluster.equals(other.cluster);
    if (!sameCluster && (factsDiffer(other) || startsDiffer(other))) {
      return Relation.DIFFERENT;
    }
    return sameDatabase(other) ? Relation.SAME_DATABASE : Relation.SAME_SERVER;
  }

  /**
   * Whether the two are held to be different for no more than their time of start: a restart
   * between the two questions would show the same, so both must then be asked anew.
   */
  boolean differsInStartOnly(ServerIdentity other) {
    return product.equals(other.product)
        && relationTo(other) == Relation.DIFFERENT
        && !factsDiffer(other);
  }

  private boolean factsDiffer(ServerIdentity other) {
    for (int i = 0; i < Math.min(facts.size(), other.facts.size()); i++) {
      String mine = facts.get(i);
      String theirs = other.facts.get(i);
      if (mine != null && theirs != null && !mine.equals(theirs)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsDiffer(ServerIdentity other) {
    return earliestStartMicros > other.latestStartMicros
        || other.earliestStartMicros > latestStartMicros;
  }

  /** Without a database chosen, any may be meant. Some servers fold the case of names. */
  private boolean sameDatabase(ServerIdentity other) {
    return database == null
        || other.database == null
        || Objects.equals(database, other.database)
        || database.equalsIgnoreCase(other.database);
  }
}
