package io.jdbcmirror.tests.app.frameworks;

import io.jdbcmirror.tests.app.Proxies;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A small program of each framework, on tables of its own. */
public enum Framework {
  HIBERNATE {
    @Override
    void work(DataSource dataSource) {
      HibernateProgram.run(dataSource);
    }
  },
  MYBATIS {
    @Override
    void work(DataSource dataSource) {
      MyBatisProgram.run(dataSource);
    }
  },
  JOOQ {
    @Override
    void work(DataSource dataSource) {
      JooqProgram.run(dataSource);
    }
  },
  SPRING {
    @Override
    void work(DataSource dataSource) {
      SpringProgram.run(dataSource);
    }
  },
  JDBI {
    @Override
    void work(DataSource dataSource) {
      JdbiProgram.run(dataSource);
    }
  },
  FLYWAY {
    @Override
    void work(DataSource dataSource) {
      Migrations.flyway(dataSource);
    }
  },
  LIQUIBASE {
    @Override
    void work(DataSource dataSource) throws Exception {
      Migrations.liquibase(dataSource);
    }
  };

  abstract void work(DataSource dataSource) throws Exception;

  /**
   * Runs the program.
   *
   * @return how often it has executed a statement, as a judge between it and its driver has counted
   */
  public int run(DataSource dataSource) throws Exception {
    AtomicInteger executions = new AtomicInteger();
    work(
        Proxies.wrap(
            DataSource.class,
            dataSource,
            method -> executions.addAndGet(method.getName().startsWith("execute") ? 1 : 0)));
    return executions.get();
  }
}
