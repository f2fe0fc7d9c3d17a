package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Vendor;

class MariaDbProgramTest extends LoggedProgramSuite {
  MariaDbProgramTest() {
    super(Vendor.MARIADB);
  }
}
