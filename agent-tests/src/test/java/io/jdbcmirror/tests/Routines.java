package io.jdbcmirror.tests;

import io.jdbcmirror.tests.app.Procedures;
import io.jdbcmirror.tests.fixture.Vendor;

/** One table, and routines that insert into it, in each vendor's language. */
final class Routines {
  private Routines() {}

  /** {@code sum_up}, which has OUT parameters, is not for H2. */
  static String[] of(Vendor vendor) {
    return switch (vendor) {
      case POSTGRES -> postgres();
      case MARIADB -> mariaDb();
      case H2 -> h2();
    };
  }

  private static String[] postgres() {
    return new String[] {
      "create table t (id int primary key, name varchar(20))",
      "create function add_row(i int, n varchar) returns int language sql"
          + " as 'insert into t values ($1, $2) returning id'",
      "create function sum_up(i int, inout total int, out doubled int)"
          + " language plpgsql as $$ begin insert into t values (i, 'total ' || total);"
          + " total := total + i; doubled := 2 * total; end $$",
      "create procedure put_row(i int, n varchar) language sql"
          + " as 'insert into t values ($1, $2)'"
    };
  }

  private static String[] mariaDb() {
    return new String[] {
      "create table t (id int primary key, name varchar(20))",
      "create function add_row(i int, n varchar(20)) returns int modifies sql data"
          + " begin insert into t values (i, n); return i; end",
      "create procedure sum_up(i int, inout total int, out doubled int)"
          + " begin insert into t values (i, concat('total ', total));"
          + " set total = total + i; set doubled = 2 * total; end",
      "create procedure put_row(i int, n varchar(20)) begin insert into t values (i, n); end"
    };
  }

  private static String[] h2() {
    return new String[] {
      "create table t (id int primary key, name varchar(20))",
      "create alias add_row for '" + Procedures.class.getName() + ".addRowAndCount'",
      "create alias put_row for '" + Procedures.class.getName() + ".addRow'"
    };
  }
}
