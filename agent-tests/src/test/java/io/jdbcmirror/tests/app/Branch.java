package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.xa.PGXADataSource;

/**
 * One branch of a distributed transaction on a connection of the driver's own data source, driven
 * as a transaction manager drives it.
 */
public final class Branch {
  private static final String DATA_SOURCE = "XA data source";

  private final Scene scene;
  private final String connection;
  private final BranchId id;

  private Branch(Scene scene, String connection, int number) {
    this.scene = scene;
    this.connection = connection;
    this.id = new BranchId(number);
  }

  /**
   * All branches of the scene come from here, where a driver is not on the tests' class path.
   *
   * @param setter of the address
   */
  public static void use(Scene scene, String className, String setter, String address)
      throws ReflectiveOperationException {
    Object dataSource = Class.forName(className).getConstructor().newInstance();
    set(dataSource, setter, address);
    set(dataSource, "setUser", scene.user());
    set(dataSource, "setPassword", scene.password());
    scene.keep(DATA_SOURCE, dataSource);
  }

  private static void set(Object dataSource, String setter, String value)
      throws ReflectiveOperationException {
    dataSource.getClass().getMethod(setter, String.class).invoke(dataSource, value);
  }

  /**
   * @param connection name of the XA connection, which the first that names it opens
   */
  public static Branch on(Scene scene, String connection, int number) {
    return new Branch(scene, connection, number);
  }

  public Branch start(int flags) throws SQLException {
    return step(resource -> resource.start(id, flags));
  }

  public Branch end(int flags) throws SQLException {
    return step(resource -> resource.end(id, flags));
  }

  /** Executes the statements on the connection, whatever it is in. */
  public Branch execute(String... statements) throws SQLException {
    try (Statement statement = handle().createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return this;
  }

  /** Does work in the branch, from its start to its end. */
  public Branch work(String... statements) throws SQLException {
    handle();
    return start(XAResource.TMNOFLAGS).execute(statements).end(XAResource.TMSUCCESS);
  }

  public Branch prepare() throws SQLException {
    return step(resource -> resource.prepare(id));
  }

  public Branch commit() throws SQLException {
    return step(resource -> resource.commit(id, false));
  }

  public Branch commitInOnePhase() throws SQLException {
    return step(resource -> resource.commit(id, true));
  }

  public Branch rollback() throws SQLException {
    return step(resource -> resource.rollback(id));
  }

  /** What the server says it has prepared. */
  public int recover() throws SQLException {
    int[] found = new int[1];
    step(resource -> found[0] = resource.recover(XAResource.TMSTARTRSCAN).length);
    return found[0];
  }

  /** Closes the physical connection. */
  public void close() throws SQLException {
    xa().close();
  }

  private interface Call {
    void on(XAResource resource) throws XAException;
  }

  private Branch step(Call call) throws SQLException {
    try {
      call.on(xa().getXAResource());
    } catch (XAException e) {
      throw new SQLException("XA error " + e.errorCode, e);
    }
    return this;
  }

  private XAConnection xa() throws SQLException {
    XAConnection xa = scene.kept(connection, XAConnection.class);
    if (xa == null) {
      XADataSource named = scene.kept(DATA_SOURCE, XADataSource.class);
      xa = (named == null ? dataSource(scene) : named).getXAConnection();
      scene.keep(connection, xa);
    }
    return xa;
  }

  /** Stays open: H2 rolls back what is prepared when it is closed. */
  private Connection handle() throws SQLException {
    Connection handle = scene.kept(connection + " handle", Connection.class);
    if (handle == null) {
      handle = xa().getConnection();
      scene.keep(connection + " handle", handle);
    }
    return handle;
  }

  private static XADataSource dataSource(Scene scene) throws SQLException {
    if (scene.url().contains(":h2:")) {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL(scene.url());
      h2.setUser(scene.user());
      h2.setPassword(scene.password());
      return h2;
    }
    if (scene.url().contains(":mariadb:")) {
      MariaDbDataSource mariaDb = new MariaDbDataSource(scene.url());
      mariaDb.setUser(scene.user());
      mariaDb.setPassword(scene.password());
      return mariaDb;
    }
    PGXADataSource postgres = new PGXADataSource();
    postgres.setUrl(scene.url());
    postgres.setUser(scene.user());
    postgres.setPassword(scene.password());
    return postgres;
  }
}
