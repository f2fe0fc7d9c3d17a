package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Vendor;

class PostgresProgramTest extends LoggedProgramSuite {
  PostgresProgramTest() {
    super(Vendor.POSTGRES);
  }
}
