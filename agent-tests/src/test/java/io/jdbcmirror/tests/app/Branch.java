package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.xa.PGXADataSource;

/** One branch of a distributed transaction, on the driver's own data source. */
public final class Branch {
  private Branch() {}

  /** Executes the statement in a branch and commits it, in one phase or in two. */
  public static void run(Scene scene, String sql, boolean onePhase) throws SQLException {
    XAConnection xa = dataSource(scene).getXAConnection();
    BranchId id = new BranchId(7);
    try {
      XAResource resource = xa.getXAResource();
      resource.start(id, XAResource.TMNOFLAGS);
      try (Connection connection = xa.getConnection();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(sql);
        resource.end(id, XAResource.TMSUCCESS);
        if (!onePhase) {
          resource.prepare(id);
        }
        resource.commit(id, onePhase);
      }
    } catch (XAException e) {
      throw new SQLException(e);
    } finally {
      xa.close();
    }
  }

  private static XADataSource dataSource(Scene scene) {
    if (scene.url().contains(":h2:")) {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL(scene.url());
      h2.setUser(scene.user());
      h2.setPassword(scene.password());
      return h2;
    }
    PGXADataSource postgres = new PGXADataSource();
    postgres.setUrl(scene.url());
    postgres.setUser(scene.user());
    postgres.setPassword(scene.password());
    return postgres;
  }
}
