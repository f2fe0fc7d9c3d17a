package io.jdbcmirror.tests;

import io.jdbcmirror.tests.fixture.Apps;
import io.jdbcmirror.tests.fixture.Database;
import io.jdbcmirror.tests.fixture.MirroredApp;
import io.jdbcmirror.tests.fixture.TableCompare;
import io.jdbcmirror.tests.fixture.Vendor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A test of a mirrored application: fresh databases of one vendor on both sides for each test.
 * After each, every request must be accounted for ({@link Apps}).
 */
abstract class MirrorSuite {
  @RegisterExtension final Apps apps = new Apps();

  final Vendor vendor;
  Database source;
  Database target;

  MirrorSuite(Vendor vendor) {
    this.vendor = vendor;
  }

  @BeforeEach
  void createDatabases() {
    source = vendor.source().createDatabase("source");
    target = vendor.target().createDatabase("target");
  }

  /** Prepares both sides, without the agent. */
  final void onBothSides(String... statements) {
    source.execute(statements);
    target.execute(statements);
  }

  /** A scripted application, mirrored with the settings' defaults. */
  final MirroredApp mirror() {
    return apps.script(source, target).start();
  }

  final void assertTablesEqual() {
    TableCompare.assertEqual(source, target);
  }

  final boolean isPostgres() {
    return vendor == Vendor.POSTGRES;
  }
}
