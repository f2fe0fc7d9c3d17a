package io.jdbcmirror.target;

import io.jdbcmirror.traffic.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps the source from being taken for the target: asks both servers who they are, each over a
 * connection of the agent's own. The source's answer is kept until {@link #forget}; every new
 * connection to the target is asked itself. Thread-safe; agent threads only.
 */
final class SafetyGuard {
  private final SourceProbe sourceProbe;
  private final ConcurrentMap<String, ServerIdentity> sources = new ConcurrentHashMap<>();

  SafetyGuard(SourceProbe sourceProbe) {
    this.sourceProbe = sourceProbe;
  }

  /**
   * @param target a connection to the target; stays open
   * @throws SourceUnavailableException if the source cannot be asked now
   * @throws SQLException if the target cannot be asked
   */
  Relation judge(Source source, Connection target) throws SQLException, SourceUnavailableException {
    ServerIdentity known = sources.get(source.url());
    if (known != null) {
      ServerIdentity answer = IdentityReader.read(target);
      if (!isH2(known, answer) && !known.differsInStartOnly(answer)) {
        return known.relationTo(answer);
      }
    }
    return askBoth(source, target);
  }

  /** The source may have become another server: ask it again. */
  void forget(Source source) {
    sources.remove(source.url());
  }

  /**
   * The target is asked after the source, on a connection that was open before: so the source was
   * asked while the target's server ran, and a restart cannot make one server look like two.
   */
  private Relation askBoth(Source source, Connection target)
      throws SQLException, SourceUnavailableException {
    Connection probe = open(source);
    try {
      ServerIdentity asked = ask(probe);
      sources.put(source.url(), asked);
      ServerIdentity answer = IdentityReader.read(target);
      return isH2(asked, answer) ? h2(probe, target) : asked.relationTo(answer);
    } finally {
      Jdbc.closeQuietly(probe);
    }
  }

  private Connection open(Source source) throws SourceUnavailableException {
    try {
      return sourceProbe.open(source);
    } catch (SQLException | RuntimeException | LinkageError e) {
      throw new SourceUnavailableException(e);
    }
  }

  private static ServerIdentity ask(Connection probe) throws SourceUnavailableException {
    try {
      return IdentityReader.read(probe);
    } catch (SQLException | RuntimeException | LinkageError e) {
      throw new SourceUnavailableException(e);
    }
  }

  private static Relation h2(Connection probe, Connection target)
      throws SQLException, SourceUnavailableException {
    H2View sourceView;
    try {
      sourceView = H2View.of(probe);
    } catch (SQLException | RuntimeException e) {
      throw new SourceUnavailableException(e);
    }
    return sourceView.relationTo(H2View.of(target));
  }

  private static boolean isH2(ServerIdentity source, ServerIdentity target) {
    return source.product().equals(IdentityReader.H2) && target.product().equals(IdentityReader.H2);
  }
}
