package io.jdbcmirror.tests.app;

import com.alibaba.druid.pool.DruidDataSource;
import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.p6spy.engine.spy.P6DataSource;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.jdbcmirror.tests.app8.PlainDriver;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.apache.commons.dbcp2.BasicDataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.vibur.dbcp.ViburDBCPDataSource;

/** What stands between an application and its driver; statements are cached where it can. */
public enum Pool {
  HIKARI {
    @Override
    public DataSource open(Scene scene) {
      return scene.pool(2);
    }
  },
  DBCP2("commons-dbcp2", "commons-pool2", "commons-logging") {
    @Override
    public DataSource open(Scene scene) {
      BasicDataSource pool = new BasicDataSource();
      pool.setUrl(scene.url());
      pool.setUsername(scene.user());
      pool.setPassword(scene.password());
      pool.setPoolPreparedStatements(true);
      return pool;
    }
  },
  TOMCAT("tomcat-jdbc", "tomcat-juli") {
    @Override
    public DataSource open(Scene scene) {
      org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource();
      pool.setDriverClassName("org.h2.Driver");
      pool.setUrl(scene.url());
      pool.setUsername(scene.user());
      pool.setPassword(scene.password());
      pool.setJdbcInterceptors("ConnectionState;StatementCache;StatementFinalizer");
      pool.setInitialSize(1);
      return pool;
    }
  },
  C3P0("c3p0", "mchange-commons-java") {
    @Override
    public DataSource open(Scene scene) {
      ComboPooledDataSource pool = new ComboPooledDataSource();
      pool.setJdbcUrl(scene.url());
      pool.setUser(scene.user());
      pool.setPassword(scene.password());
      pool.setMaxStatements(50);
      pool.setInitialPoolSize(1);
      pool.setMinPoolSize(1);
      return pool;
    }
  },
  AGROAL("agroal-") {
    @Override
    public DataSource open(Scene scene) throws SQLException {
      AgroalDataSourceConfigurationSupplier configuration =
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(
                  pool ->
                      pool.maxSize(2)
                          .connectionFactoryConfiguration(
                              factory ->
                                  factory
                                      .jdbcUrl(scene.url())
                                      .principal(new NamePrincipal(scene.user()))
                                      .credential(new SimplePassword(scene.password()))));
      return AgroalDataSource.from(configuration);
    }
  },
  DRUID("druid") {
    @Override
    public DataSource open(Scene scene) throws SQLException {
      DruidDataSource pool = new DruidDataSource();
      pool.setUrl(scene.url());
      pool.setUsername(scene.user());
      pool.setPassword(scene.password());
      pool.setPoolPreparedStatements(true);
      pool.setFilters("stat");
      return pool;
    }
  },
  VIBUR("vibur-") {
    @Override
    public DataSource open(Scene scene) {
      ViburDBCPDataSource pool = new ViburDBCPDataSource();
      pool.setJdbcUrl(scene.url());
      pool.setUsername(scene.user());
      pool.setPassword(scene.password());
      pool.setPoolInitialSize(1);
      pool.setPoolMaxSize(2);
      pool.start();
      return pool;
    }
  },
  P6SPY("p6spy") {
    @Override
    public DataSource open(Scene scene) {
      System.setProperty(
          "p6spy.config.appender", "com.p6spy.engine.spy.appender.Slf4JLogger"); // not to a file
      return new P6DataSource(h2(scene));
    }
  },
  DATASOURCE_PROXY("datasource-proxy") {
    @Override
    public DataSource open(Scene scene) {
      return ProxyDataSourceBuilder.create(h2(scene)).countQuery().build();
    }
  },
  /** One that nobody knows. */
  DYNAMIC_PROXY {
    @Override
    public DataSource open(Scene scene) {
      return Proxies.wrap(DataSource.class, h2(scene), method -> {});
    }
  },
  /** A driver that has another make its connections, and wraps them. */
  LAYERED_DRIVER {
    @Override
    public DataSource open(Scene scene) throws SQLException {
      DriverManager.registerDriver(new LayeredDriver());
      BasicUrlDataSource source = new BasicUrlDataSource(LayeredDriver.PREFIX + scene.url(), scene);
      return source.asDataSource();
    }
  };

  private final String[] jars;

  Pool(String... jars) {
    this.jars = jars;
  }

  /** The beginnings of its jars' names. */
  public String[] jars() {
    return jars.clone();
  }

  public abstract DataSource open(Scene scene) throws SQLException;

  private static DataSource h2(Scene scene) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(scene.url());
    source.setUser(scene.user());
    source.setPassword(scene.password());
    return source;
  }

  /** Connections from {@link DriverManager}, as a data source. */
  private record BasicUrlDataSource(String url, Scene scene) {
    DataSource asDataSource() {
      InvocationHandler handler =
          (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
              return scene.connect(url);
            }
            throw new UnsupportedOperationException(method.getName());
          };
      return (DataSource)
          Proxy.newProxyInstance(
              Pool.class.getClassLoader(), new Class<?>[] {DataSource.class}, handler);
    }
  }

  private static final class LayeredDriver extends PlainDriver {
    static final String PREFIX = "jdbc:layered:";

    LayeredDriver() {
      super(PREFIX);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
      return acceptsURL(url)
          ? Proxies.wrap(
              Connection.class,
              DriverManager.getConnection(url.substring(PREFIX.length()), info),
              method -> {})
          : null;
    }
  }
}
