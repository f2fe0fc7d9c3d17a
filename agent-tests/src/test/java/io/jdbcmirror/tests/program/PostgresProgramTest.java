package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Vendor;

class PostgresProgramTest extends ProgramSuite {
  PostgresProgramTest() {
    super(Vendor.POSTGRES);
  }
}
