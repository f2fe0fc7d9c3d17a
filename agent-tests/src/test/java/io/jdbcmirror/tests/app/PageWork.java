package io.jdbcmirror.tests.app;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;

/** Work that gives the page something to show, together with what is planted on the target. */
public final class PageWork {
  /** An element for who takes it as HTML; as a name it is no literal, and stays in the text. */
  public static final String MARKUP = "select 1 as \"<img src=x onerror=alert(1)>\"";

  /** Answers late on the target. */
  public static final String LATE = "select name from late_item where id = 1";

  /** Has more in it than a list shows. */
  public static final String LONG =
      "select "
          + String.join(
              ", ", IntStream.range(0, 40).mapToObj(i -> "id + price as sum_" + i).toList())
          + " from item where id = 1";

  private PageWork() {}

  /** Tables for both sides. */
  public static String[] schema() {
    return new String[] {
      "create table item (id int primary key, name varchar(40), price int)",
      "insert into item values (1, 'one', 1), (2, 'two', 2), (3, 'three', 3)",
      "create table budget (id int primary key, price int)",
      "insert into budget values (1, 10)"
    };
  }

  /** For the source alone. */
  public static String[] prompt() {
    return new String[] {"create view late_item as select * from item"};
  }

  /** For the target alone: one row changed, one constraint more, one view slow. */
  public static String[] planted() {
    return new String[] {
      "update item set name = 'TWO' where id = 2",
      "alter table budget add constraint cheap check (price < 1000)",
      "create view late_item as select item.* from item, pg_sleep(0.02)"
    };
  }

  /**
   * Each statement another number of times, so that what differs, fails and is slow stands neither
   * first nor last of all.
   */
  public static void everything(Scene scene) throws SQLException {
    try (Connection connection = scene.connect()) {
      repeat(connection, 80, "select price from item where id = 1");
      repeat(connection, 60, LATE);
      repeat(connection, 5, "select name from item order by id");
      repeat(connection, 3, MARKUP);
      repeat(connection, 2, LONG);
      repeat(connection, 1, "update budget set price = 1000 where id = 1");
    }
  }

  /** More statements than a list shows at first. */
  public static void manyDifferent(Scene scene) throws SQLException {
    try (Connection connection = scene.connect()) {
      for (int i = 0; i < 120; i++) {
        Shopping.executeAny(connection, "select 1 as c" + i);
      }
    }
  }

  private static void repeat(Connection connection, int times, String sql) throws SQLException {
    for (int i = 0; i < times; i++) {
      Shopping.executeAny(connection, sql);
    }
  }
}
