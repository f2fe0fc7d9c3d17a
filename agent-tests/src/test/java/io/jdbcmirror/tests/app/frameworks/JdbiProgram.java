package io.jdbcmirror.tests.app.frameworks;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Handles, named parameters, a prepared batch and transactions. */
final class JdbiProgram {
  private JdbiProgram() {}

  static void run(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    jdbi.useHandle(
        handle -> {
          handle.execute("create table jdbi_thing (id int primary key, name varchar(100))");
          handle.execute("insert into jdbi_thing values (?, ?)", 1, "one");
          handle
              .createUpdate("update jdbi_thing set name = :name where id = :id")
              .bind("name", "changed")
              .bind("id", 1)
              .execute();
          PreparedBatch batch = handle.prepareBatch("insert into jdbi_thing values (:id, :name)");
          for (int id = 10; id < 20; id++) {
            batch.bind("id", id).bind("name", "batch " + id).add();
          }
          batch.execute();
          handle.createQuery("select name from jdbi_thing").mapTo(String.class).list();
        });
    jdbi.useTransaction(handle -> handle.execute("insert into jdbi_thing values (2, 'two')"));
    jdbi.useTransaction(
        handle -> {
          handle.execute("insert into jdbi_thing values (3, 'rolled back')");
          handle.rollback();
        });
  }
}
