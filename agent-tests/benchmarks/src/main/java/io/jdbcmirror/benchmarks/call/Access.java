package io.jdbcmirror.benchmarks.call;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** How the application comes by its connection. */
public enum Access {
  /** From the driver. */
  PLAIN {
    @Override
    Connection connect(String url) throws SQLException {
      return DriverManager.getConnection(url);
    }
  },
  /** Through p6spy, which logs nothing. */
  P6SPY {
    @Override
    Connection connect(String url) throws SQLException {
      return DriverManager.getConnection(url.replaceFirst("jdbc:", "jdbc:p6spy:"));
    }
  },
  /** Through datasource-proxy without a listener. */
  DATASOURCE_PROXY {
    @Override
    Connection connect(String url) throws SQLException {
      return ProxyDataSourceBuilder.create(new DriverDataSource(url)).build().getConnection();
    }
  };

  abstract Connection connect(String url) throws SQLException;
}
