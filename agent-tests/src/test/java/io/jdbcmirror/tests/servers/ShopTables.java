package io.jdbcmirror.tests.servers;

import io.jdbcmirror.tests.fixture.Database;

/** What the small application works on. */
final class ShopTables {
  private ShopTables() {}

  static void create(Database database) {
    database.execute(
        "create table orders (id int primary key, customer varchar(40))",
        "create table line (order_id int, item varchar(40))",
        "create table customer (name varchar(40) primary key, orders int)",
        "insert into customer values ('ann', 0), ('bob', 0), ('cem', 0)");
  }
}
