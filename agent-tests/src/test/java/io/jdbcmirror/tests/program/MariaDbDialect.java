package io.jdbcmirror.tests.program;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** MariaDB. */
final class MariaDbDialect implements Dialect {
  private static final List<String> ODD = TextTypes.odd(true);

  @Override
  public List<ColumnType> types() {
    return List.of(
        NumberTypes.bool(),
        NumberTypes.smallInt(),
        ObjectTypes.integer(),
        NumberTypes.bigInt(),
        NumberTypes.real(),
        NumberTypes.doublePrecision(),
        ObjectTypes.decimal(),
        ObjectTypes.varchar(ODD).with(ObjectTypes::setUrl),
        TextTypes.nationalText(ODD),
        TextTypes.largeText("longtext", ODD),
        TextTypes.bytes("varbinary(20000)", "X'", "'"),
        TextTypes.bytes("longblob", "X'", "'"),
        TextTypes.uuid(),
        TimeTypes.date(List.of(LocalDate.of(-100, 1, 1), LocalDate.of(123_456, 1, 1))),
        TimeTypes.time("time(6)"),
        TimeTypes.timestamp("datetime(6)"),
        TimeTypes.timestamp("timestamp(6) null"));
  }

  @Override
  public boolean ddlCommits() {
    return true;
  }

  @Override
  public boolean errorAborts() {
    return false;
  }

  @Override
  public boolean tellsWhatFailed() {
    return false;
  }

  /** None that changes how values are sent, such as {@code useServerPrepStmts}. */
  @Override
  public List<String> urlParameters() {
    return List.of("", "&useCompression=true", "&useMysqlMetadata=true");
  }

  @Override
  public String upsert(Table table) {
    return "insert into "
        + table
        + " (id, grp) values (?, ?) on duplicate key update grp = values(grp) + 100";
  }

  @Override
  public String generatedKey() {
    return "int auto_increment";
  }

  @Override
  public String createTemporaryTable(String name) {
    return "create temporary table " + name + " (id int primary key, grp int)";
  }

  @Override
  public List<String> sessionStatements() {
    return List.of(
        "set @v = 7",
        "set time_zone = '+09:00'",
        "set session sql_mode = 'ANSI_QUOTES'",
        "set sql_mode = default",
        "set names utf8mb4",
        "set @@session.sql_safe_updates = 0, @w = 'x'");
  }

  @Override
  public List<String> faultyStatements(Table table, int key) {
    return List.of(
        "selec nothing",
        "insert into " + table + " (id) values (" + key + "), (" + key + ")",
        "insert into " + table + " (id) values (null)",
        "update " + table + " set nowhere = 1",
        "insert into nowhere values (1)");
  }

  @Override
  public String addRowCall() {
    return "{call add_row_to(?, ?, ?)}";
  }

  @Override
  public String addRowFunction(Table table) {
    return "{? = call " + table + "_f(?, ?)}";
  }

  @Override
  public Optional<String> sumUpCall() {
    return Optional.of("{call sum_up(?, ?, ?, ?)}");
  }

  @Override
  public Optional<String> namedCall(Table table) {
    return Optional.of("{call " + table + "_p(?, ?)}");
  }

  /** A function may not name a table by a parameter. */
  @Override
  public List<String> routinesOf(Table table) {
    String insert = "insert into " + table + " (id, grp) values (id, grp)";
    return List.of(
        "create or replace function "
            + table
            + "_f(id int, grp int) returns int modifies sql data begin "
            + insert
            + "; return grp; end",
        "create or replace procedure " + table + "_p(id int, grp int) " + insert);
  }

  @Override
  public List<String> routines() {
    return List.of(
        "create procedure sum_up(name varchar(60), id int, inout grp int, out doubled int) begin"
            + " execute immediate concat('insert into ', name, ' (id, grp) values (?, ?)') using"
            + " id, grp; set grp = grp + id; set doubled = 2 * grp; end",
        "create procedure add_row_to(name varchar(60), id int, grp int) begin execute immediate"
            + " concat('insert into ', name, ' (id, grp) values (?, ?)') using id, grp; end");
  }

  @Override
  public String impatient(String url) {
    return url
        + (url.contains("?") ? "&" : "?")
        + "sessionVariables=innodb_lock_wait_timeout=0,lock_wait_timeout=1";
  }
}
