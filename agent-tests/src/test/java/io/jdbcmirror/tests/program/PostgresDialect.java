package io.jdbcmirror.tests.program;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {
  private static final List<String> ODD = TextTypes.odd(false);

  @Override
  public List<ColumnType> types() {
    return List.of(
        NumberTypes.bool(),
        NumberTypes.smallInt(),
        NumberTypes.integer(),
        NumberTypes.bigInt(),
        NumberTypes.real(),
        NumberTypes.doublePrecision(),
        NumberTypes.decimal(),
        TextTypes.varchar(ODD),
        TextTypes.largeText("text", ODD),
        TextTypes.bytes("bytea", "'\\x", "'"),
        ObjectTypes.intArray("int[]", "int4", "'{1,NULL}'"),
        ObjectTypes.textArray("text[]", "text", "'{a,\"\"}'"),
        ObjectTypes.xml(),
        ObjectTypes.json(),
        ObjectTypes.largeObject(),
        TextTypes.uuid(),
        TimeTypes.date(List.of(LocalDate.of(-100, 1, 1), LocalDate.of(123_456, 1, 1))),
        TimeTypes.time("time"),
        TimeTypes.timeWithZone(),
        TimeTypes.timestamp("timestamp"),
        TimeTypes.timestampWithZone());
  }

  @Override
  public boolean ddlCommits() {
    return false;
  }

  @Override
  public boolean errorAborts() {
    return true;
  }

  @Override
  public List<String> urlParameters() {
    return List.of(
        "",
        "",
        "",
        "&reWriteBatchedInserts=true",
        "&autosave=always",
        "&prepareThreshold=1",
        "&preferQueryMode=simple",
        "&stringtype=unspecified");
  }

  @Override
  public String upsert(Table table) {
    return "insert into "
        + table
        + " (id, grp) values (?, ?) on conflict (id) do update set grp = excluded.grp + 100";
  }

  @Override
  public String createTemporaryTable(String name) {
    return "create temporary table " + name + " (id int primary key, grp int)";
  }

  @Override
  public List<String> sessionStatements() {
    return List.of(
        "set search_path to public",
        "set time zone 'Asia/Tokyo'",
        "set datestyle to 'ISO, DMY'",
        "reset time zone",
        "set local work_mem to '8MB'",
        "set application_name = 'a program'",
        "select set_config('extra_float_digits', '1', false)",
        "discard plans");
  }

  @Override
  public List<String> faultyStatements(Table table, int key) {
    return List.of(
        "selec nothing",
        "insert into " + table + " (id) values (" + key + "), (" + key + ")",
        "insert into " + table + " (id) values (null)",
        "update " + table + " set grp = 1 / 0 where id = " + key + " or 1 / 0 = 1",
        "update " + table + " set nowhere = 1",
        "insert into nowhere values (1)",
        "select 1 / 0");
  }

  @Override
  public String addRowCall() {
    return "call add_row_to(?, ?, ?)";
  }

  @Override
  public String addRowFunction(Table table) {
    return "{? = call add_row_for('" + table + "', ?, ?)}";
  }

  @Override
  public Optional<String> sumUpCall() {
    return Optional.of("{call sum_up(?, ?, ?, ?)}");
  }

  @Override
  public Optional<String> namedCall(Table table) {
    return Optional.empty();
  }

  @Override
  public boolean makesLargeObjects() {
    return false;
  }

  @Override
  public List<String> routines() {
    String insert = "execute format('insert into %I (id, grp) values (%L, %L)', name, id, grp);";
    return List.of(
        "create function add_row_for(name text, id int, grp int) returns int language plpgsql"
            + " as $$ begin "
            + insert
            + " return grp; end $$",
        "create function sum_up(name text, id int, inout grp int, out doubled int)"
            + " language plpgsql as $$ begin "
            + insert
            + " grp := grp + id; doubled := 2 * grp; end $$",
        "create procedure add_row_to(name text, id int, grp int) language plpgsql as $$"
            + " begin "
            + insert
            + " end $$");
  }

  @Override
  public String impatient(String url) {
    return url + "?options=-c%20lock_timeout=200";
  }
}
