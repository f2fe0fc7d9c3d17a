package io.jdbcmirror.tests.app8;

import java.io.IOException;
import java.sql.SQLException;

/** Waits for a byte on its standard input; then it is {@link SmallApp}. */
public final class LateApp {
  private LateApp() {}

  public static void main(String[] args) throws SQLException, IOException {
    System.out.println("ready");
    if (System.in.read() >= 0) {
      SmallApp.main(args);
    }
  }
}
