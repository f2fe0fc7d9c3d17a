package io.jdbcmirror.tests.program;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** H2. */
final class H2Dialect implements Dialect {
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
        ObjectTypes.varchar(ODD),
        TextTypes.nationalText(ODD),
        TextTypes.largeText("varchar(200000)", ODD),
        TextTypes.largeText("clob", ODD).with(ObjectTypes::setXml),
        TextTypes.bytes("varbinary(200000)", "X'", "'"),
        TextTypes.bytes("blob", "X'", "'"),
        ObjectTypes.intArray("int array", "INTEGER", "array[1, null]"),
        ObjectTypes.textArray("varchar(60) array", "VARCHAR", "array['a', '']"),
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
  public String addRowFunction(Table table) {
    return "{? = call add_row_for('" + table + "', ?, ?)}";
  }

  @Override
  public Optional<String> sumUpCall() {
    return Optional.empty();
  }

  /** The driver calls a parameter as the column of the result that has its number. */
  @Override
  public Optional<String> namedCall(Table table) {
    return Optional.of(
        "select id \"id\", grp \"grp\" from final table (insert into "
            + table
            + " (id, grp) values (?, ?))");
  }

  @Override
  public List<String> routines() {
    String routines = Routines.class.getName();
    return List.of(
        "create alias add_row_to for '" + routines + ".addRowTo'",
        "create alias add_row_for for '" + routines + ".addRowFor'");
  }

  @Override
  public String impatient(String url) {
    return url.replaceFirst("LOCK_TIMEOUT=\\d+", "LOCK_TIMEOUT=200");
  }
}
