package io.jdbcmirror.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jdbcmirror.instrumentation.ClassShape.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
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
    assertThat(rolesOf("org.h2.Driver")).containsExactly(Role.DRIVER);
    assertThat(rolesOf("org.h2.jdbc.JdbcConnection")).containsExactly(Role.DRIVER, Role.CONNECTION);
    assertThat(rolesOf("org.h2.jdbc.JdbcPreparedStatement")).containsExactly(Role.STATEMENT);
    assertThat(rolesOf("org.h2.jdbc.JdbcDatabaseMetaData")).containsExactly(Role.META_DATA);
    assertThat(rolesOf("org.h2.engine.SessionLocal")).isEmpty();
  }

  @Test
  void aSubclassHasTheRoleOfAnAncestorIfItDeclaresOneOfItsMethods() throws IOException {
    assertThat(rolesOf(ClosingConnection.class.getName())).containsExactly(Role.CONNECTION);
    assertThat(rolesOf(BatchingStatement.class.getName())).containsExactly(Role.STATEMENT);
    assertThat(rolesOf(Between.class.getName())).isEmpty();
    assertThat(rolesOf(ClosingThread.class.getName())).isEmpty();
  }

  @Test
  void aClassThatImplementsAnInterfaceOfJdbcHasItsRoleWhateverItDeclares() throws IOException {
    assertThat(rolesOf(EndsTransactions.class.getName())).containsExactly(Role.CONNECTION);
    assertThat(rolesOf(Clears.class.getName())).containsExactly(Role.STATEMENT);
  }

  /** As SQLite's: what makes statements stands in its subclass. */
  abstract static class EndsTransactions implements Connection {
    @Override
    public void commit() {}
  }

  abstract static class Clears implements PreparedStatement {}

  abstract static class Between extends org.h2.jdbc.JdbcConnection {
    Between() throws SQLException {
      super((org.h2.jdbc.JdbcConnection) null);
    }
  }

  abstract static class ClosingConnection extends Between {
    ClosingConnection() throws SQLException {}

    @Override
    public void close() {}
  }

  abstract static class BatchingStatement extends Clears {
    @Override
    public void addBatch() {}
  }

  abstract static class ClosingThread extends Thread implements AutoCloseable {
    @Override
    public void close() throws SQLException {}
  }

  private static Set<Role> rolesOf(String className) throws IOException {
    return ClassShape.rolesOf(bytes(className), ClassScanTest::find);
  }

  private static byte[] find(String internalName) {
    try {
      return bytes(internalName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String className) throws IOException {
    String path = className.replace('.', '/') + ".class";
    try (InputStream in = ClassScanTest.class.getClassLoader().getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }
}
