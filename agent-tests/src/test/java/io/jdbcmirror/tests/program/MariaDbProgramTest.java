package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Vendor;

class MariaDbProgramTest extends ProgramSuite {
  MariaDbProgramTest() {
    super(Vendor.MARIADB);
  }
}
