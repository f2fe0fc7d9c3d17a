package io.jdbcmirror.tests.program;

import java.time.LocalDate;
import java.util.List;

/** H2. */
final class H2Dialect implements Dialect {
  private static final List<String> ODD = TextTypes.odd(true);

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
        TextTypes.nationalText(ODD),
        TextTypes.largeText("varchar(200000)", ODD),
        TextTypes.largeText("clob", ODD),
        TextTypes.bytes("varbinary(200000)", "X'", "'"),
        TextTypes.bytes("blob", "X'", "'"),
        TextTypes.uuid(),
        TimeTypes.date(List.of(LocalDate.of(-100, 1, 1), LocalDate.of(123_456, 1, 1))),
        TimeTypes.time("time(9)"),
        TimeTypes.timeWithZone(),
        TimeTypes.timestamp("timestamp(9)"),
        TimeTypes.timestampWithZone());
  }

  @Override
  public boolean ddlCommits() {
    return true;
  }

  @Override
  public boolean ddlBeginsAgain() {
    return true;
  }

  @Override
  public boolean abortCloses() {
    return false;
  }

  @Override
  public boolean errorAborts() {
    return false;
  }

  @Override
  public List<String> urlParameters() {
    return List.of("", "", "", ";LAZY_QUERY_EXECUTION=1", ";VARIABLE_BINARY=TRUE");
  }

  @Override
  public String upsert(Table table) {
    return "merge into " + table + " (id, grp) key (id) values (?, ?)";
  }

  @Override
  public String createTemporaryTable(String name) {
    return "create local temporary table " + name + " (id int primary key, grp int)";
  }

  @Override
  public List<String> sessionStatements() {
    return List.of(
        "set schema public",
        "set @v = 7",
        "set time zone 'Asia/Tokyo'",
        "set time zone local",
        "set query_timeout 20000",
        "set non_keywords value");
  }

  @Override
  public List<String> faultyStatements(Table table, int key) {
    return List.of(
        "selec nothing",
        "insert into " + table + " (id) values (" + key + "), (" + key + ")",
        "insert into " + table + " (id) values (null)",
        "update " + table + " set grp = 1 / 0 where id = " + key,
        "update " + table + " set grp = 'no number' where id = " + key,
        "update " + table + " set nowhere = 1",
        "insert into nowhere values (1)",
        "select 1 / 0");
  }

  @Override
  public String addRowCall() {
    return "{call add_row_to(?, ?, ?)}";
  }

  @Override
  public List<String> routines() {
    return List.of("create alias add_row_to for '" + Routines.class.getName() + ".addRowTo'");
  }

  @Override
  public String impatient(String url) {
    return url.replaceFirst("LOCK_TIMEOUT=\\d+", "LOCK_TIMEOUT=200");
  }
}
