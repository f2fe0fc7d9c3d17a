package io.jdbcmirror.tests.program;

import io.jdbcmirror.tests.fixture.Vendor;

class H2ProgramTest extends ProgramSuite {
  H2ProgramTest() {
    super(Vendor.H2);
  }
}
