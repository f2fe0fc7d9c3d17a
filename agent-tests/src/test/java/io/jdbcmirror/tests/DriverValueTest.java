package io.jdbcmirror.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.tests.app.Mood;
import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TableCompare;
import io.jdbcmirror.tests.fixture.Vendor;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.h2.api.H2Type;
import org.h2.value.ValueBigint;
import org.h2.value.ValueDate;
import org.h2.value.ValueInteger;
import org.h2.value.ValueNull;
import org.h2.value.ValueNumeric;
import org.h2.value.ValueTimestamp;
import org.h2.value.ValueUuid;
import org.h2.value.ValueVarbinary;
import org.h2.value.ValueVarchar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.geometric.PGpoint;
import org.postgresql.util.PGInterval;
import org.postgresql.util.PGobject;

/** Values and types of a driver's own classes; setters by name. */
class DriverValueTest {
  @RegisterExtension final Apps apps = new Apps();

  private Database source;
  private Database target;

  private MirroredApp mirror(Vendor vendor, String... schema) {
    source = vendor.source().createDatabase("source");
    target = vendor.target().createDatabase("target");
    source.execute(schema);
    target.execute(schema);
    return apps.script(source, target).start();
  }

  @Test
  void postgresObjectsArriveAsTheirTypes() {
    MirroredApp app =
        mirror(
            Vendor.POSTGRES,
            "create type mood as enum ('GOOD', 'BAD')",
            "create table v (id int primary key, j jsonb, i interval, p point, m mood)");
    app.run(
        scene -> {
          try (PreparedStatement insert =
              scene.connection("a").prepareStatement("insert into v values (?, ?, ?, ?, ?)")) {
            PGobject json = new PGobject();
            json.setType("jsonb");
            json.setValue("{\"a\": [1, 2]}");
            insert.setInt(1, 1);
            insert.setObject(2, json);
            insert.setObject(3, new PGInterval("1 day 02:03:04.5"));
            insert.setObject(4, new PGpoint(1.5, -2));
            insert.setObject(5, Mood.GOOD, Types.OTHER);
            json.setValue("{}");
            insert.executeUpdate();
            json.setValue(null);
            insert.setInt(1, 2);
            insert.setObject(2, json, Types.OTHER);
            insert.executeUpdate();
          }
        });

    app.drain();
    TableCompare.assertEqual(source, target);
    assertThat(target.rows("select id, j, p, m from v order by id"))
        .containsExactly("1|{\"a\": [1, 2]}|(1.5,-2)|GOOD", "2|null|(1.5,-2)|GOOD");
  }

  @Test
  void whatToStringOfTheApplicationsOwnSaysIsNotCaptured() {
    MirroredApp app = mirror(Vendor.POSTGRES, "create table v (id int primary key, m text)");
    app.run(
        scene -> {
          try (PreparedStatement insert =
              scene.connection("a").prepareStatement("insert into v values (?, ?)")) {
            insert.setInt(1, 1);
            insert.setObject(2, Mood.BAD, Types.VARCHAR);
            insert.executeUpdate();
          }
        });

    assertThat(app.drain().discarded("parameters_not_captured")).isOne();
    assertThat(source.rows("select m from v")).containsExactly("rather BAD");
    assertThat(target.count("v")).isZero();
  }

  @Test
  void valuesOfH2sOwnArriveAsWhatTheyHold() {
    MirroredApp app =
        mirror(
            Vendor.H2,
            "create table v (id int primary key, b bigint, n numeric(9, 2), t varchar(20), d date,"
                + " ts timestamp(9), u uuid, y varbinary(9), x int)");
    app.run(
        scene -> {
          try (PreparedStatement insert =
              scene
                  .connection("a")
                  .prepareStatement("insert into v values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, ValueInteger.get(1));
            insert.setObject(2, ValueBigint.get(Long.MIN_VALUE));
            insert.setObject(3, ValueNumeric.get(new java.math.BigDecimal("1.50")));
            insert.setObject(4, ValueVarchar.get("text"));
            insert.setObject(5, ValueDate.parse("2024-02-29"));
            insert.setObject(6, ValueTimestamp.parse("2024-02-29 01:02:03.123456789", null));
            insert.setObject(7, ValueUuid.get(1, 2));
            insert.setObject(8, ValueVarbinary.get(new byte[] {1, 0}));
            insert.setObject(9, ValueNull.INSTANCE);
            insert.executeUpdate();
          }
        });

    app.drain();
    TableCompare.assertEqual(source, target);
    assertThat(target.count("v")).isOne();
  }

  @Test
  void aDriversOwnSqlTypesArriveAsTheTargetsOwn() {
    MirroredApp app =
        mirror(Vendor.H2, "create table v (id int primary key, t timestamp, d decfloat)");
    app.run(
        scene -> {
          try (PreparedStatement insert =
              scene.connection("a").prepareStatement("insert into v values (?, ?, ?)")) {
            insert.setObject(1, "1", H2Type.INTEGER);
            insert.setObject(2, Timestamp.valueOf("2024-02-29 01:02:03"), H2Type.TIMESTAMP);
            insert.setObject(3, "1.5", H2Type.DECFLOAT, 3);
            insert.executeUpdate();
          }
        });

    app.drain();
    TableCompare.assertEqual(source, target);
    assertThat(target.count("v")).isOne();
  }

  @Test
  void parametersBoundByNameArrive() {
    MirroredApp app =
        mirror(
            Vendor.MARIADB,
            "create table v (id int primary key, name varchar(20), data varbinary(20))",
            "create procedure add_row(in row_id int, in row_name varchar(20), in d varbinary(20))"
                + " insert into v values (row_id, row_name, d)");
    app.run(
        scene -> {
          try (CallableStatement call =
              scene.connection("a").prepareCall("{call add_row(?, ?, ?)}")) {
            call.setString("row_name", "first");
            call.setObject("row_id", 1);
            call.setBinaryStream("d", new java.io.ByteArrayInputStream(new byte[] {1, 2}));
            call.execute();
            call.setInt("row_id", 2);
            call.setNull("d", Types.VARBINARY);
            call.execute();
          }
        });

    app.drain();
    TableCompare.assertEqual(source, target);
    assertThat(target.rows("select id, name from v order by id"))
        .isEqualTo(List.of("1|first", "2|first"));
  }
}
