package io.jdbcmirror.tests.app.frameworks;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.tools.jdbc.JDBCUtils;

/** Statements from the DSL, batches, and transactions within transactions. */
final class JooqProgram {
  private static final Table<Record> BOOK = table(name("jooq_book"));
  private static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
  private static final Field<String> TITLE = field(name("title"), SQLDataType.VARCHAR(100));

  private static final Settings SETTINGS =
      new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER);

  private JooqProgram() {}

  static void run(DataSource dataSource) {
    DSLContext jooq = DSL.using(dataSource, dialect(dataSource), SETTINGS);
    jooq.createTable(BOOK).column(ID).column(TITLE).primaryKey(ID).execute();
    jooq.insertInto(BOOK, ID, TITLE).values(1, "one").values(2, "two").execute();
    jooq.batch(jooq.insertInto(BOOK, ID, TITLE).values((Integer) null, null))
        .bind(3, "three")
        .bind(4, "four")
        .execute();
    jooq.transaction(
        outer -> {
          outer.dsl().update(BOOK).set(TITLE, "changed").where(ID.eq(1)).execute();
          rollBackToTheSavepoint(outer.dsl());
          outer.dsl().deleteFrom(BOOK).where(ID.eq(2)).execute();
        });
    jooq.selectFrom(BOOK).fetch();
  }

  private static void rollBackToTheSavepoint(DSLContext jooq) {
    try {
      jooq.transaction(
          inner -> {
            inner.dsl().insertInto(BOOK, ID, TITLE).values(5, "rolled back").execute();
            throw new IllegalStateException("to be rolled back");
          });
    } catch (IllegalStateException expected) {
      return;
    }
    throw new AssertionError("not rolled back");
  }

  private static SQLDialect dialect(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return JDBCUtils.dialect(connection.getMetaData().getURL());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
