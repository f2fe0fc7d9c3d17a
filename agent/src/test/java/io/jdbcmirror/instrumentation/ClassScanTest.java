package io.jdbcmirror.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.instrumentation.ClassShape.Role;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ClassScanTest {
  @Test
  void tellsClassesThatNameJdbcFromOthers() throws IOException {
    assertThat(ClassScan.namesJdbc(bytes("org.h2.jdbc.JdbcStatement"))).isTrue();
    assertThat(ClassScan.namesJdbc(bytes("org.h2.util.StringUtils"))).isFalse();
  }

  @Test
  void neverFailsOnWhatIsNoClassFile() {
    assertThat(ClassScan.namesJdbc(new byte[0])).isFalse();
    byte[] ones = new byte[100];
    java.util.Arrays.fill(ones, (byte) 1);
    assertThat(ClassScan.namesJdbc(ones)).isFalse();
  }

  @Test
  void tellsRolesByTheMethodsAClassDeclares() throws IOException {
    assertThat(ClassShape.rolesOf(bytes("org.h2.Driver"))).containsExactly(Role.DRIVER);
    assertThat(ClassShape.rolesOf(bytes("org.h2.jdbc.JdbcConnection")))
        .containsExactly(Role.DRIVER, Role.CONNECTION);
    assertThat(ClassShape.rolesOf(bytes("org.h2.jdbc.JdbcPreparedStatement")))
        .containsExactly(Role.STATEMENT);
    assertThat(ClassShape.rolesOf(bytes("org.h2.jdbc.JdbcDatabaseMetaData")))
        .containsExactly(Role.META_DATA);
    assertThat(ClassShape.rolesOf(bytes("org.h2.engine.SessionLocal"))).isEmpty();
  }

  private static byte[] bytes(String className) throws IOException {
    String path = className.replace('.', '/') + ".class";
    try (InputStream in = ClassScanTest.class.getClassLoader().getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }
}
