package io.jdbcmirror.instrumentation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * What a class declares of JDBC, read from its class file alone. By structure and not by interface:
 * SQLite's methods stand in a superclass that does not implement the interface (OTel#18885), and
 * asking for the hierarchy of every class costs seconds of start-up (OTel#8525).
 */
final class ClassShape extends ClassVisitor {
  /** What a class is, by the methods it declares. */
  enum Role {
    DRIVER,
    CONNECTION,
    STATEMENT,
    ARRAY,
    META_DATA,
    RESULT_SET,
    BYPASS_API
  }

  // A single "setInt(int, int)" is no sign of a prepared statement.
  private static final int MIN_SETTERS = 3;
  private static final JdbcMethods ARRAY_MARKS = JdbcMethods.of("getBaseTypeName()L");

  private final List<String[]> methods = new ArrayList<>();
  private int access;
  private String name = "";
  private String superName = "";

  private ClassShape() {
    super(OpenedClassReader.ASM_API);
  }

  /** The roles of a class; empty for interfaces, proxies and whatever declares nothing of JDBC. */
  static Set<Role> rolesOf(byte[] classFile) {
    ClassShape shape = new ClassShape();
    OpenedClassReader.of(classFile)
        .accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return shape.roles();
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    boolean passedOver =
        (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_MODULE)) != 0
            || superName.equals("java/lang/reflect/Proxy");
    if (passedOver) {
      return roles;
    }
    addIf(roles, Role.DRIVER, count(ConnectInstrumentation.METHODS) > 0 || passesDriverBy());
    addIf(roles, Role.CONNECTION, count(CreationInstrumentation.METHODS) > 0);
    addIf(roles, Role.STATEMENT, isStatement());
    addIf(roles, Role.ARRAY, count(ARRAY_MARKS) > 0);
    addIf(roles, Role.RESULT_SET, count(BypassInstrumentation.ROW_METHODS) > 1);
    addIf(roles, Role.BYPASS_API, BypassInstrumentation.API_CLASSES.contains(name));
    addIf(roles, Role.META_DATA, count(MetaDataInstrumentation.MARKS) > 0);
    return roles;
  }

  /** A connection that a data source makes without loading its driver. */
  private boolean passesDriverBy() {
    return count(ConstructorInstrumentation.METHODS) > 0;
  }

  private boolean isStatement() {
    return count(ExecuteInstrumentation.METHODS) > 0
        || count(SetterInstrumentation.METHODS) >= MIN_SETTERS
        || count(OpaqueSetterInstrumentation.METHODS) >= MIN_SETTERS;
  }

  private static void addIf(Set<Role> roles, Role role, boolean has) {
    if (has) {
      roles.add(role);
    }
  }

  private int count(JdbcMethods wanted) {
    int count = 0;
    for (String[] method : methods) {
      count += wanted.contains(method[0], method[1]) ? 1 : 0;
    }
    return count;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    this.access = access;
    this.name = name;
    this.superName = superName == null ? "" : superName;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0) {
      methods.add(new String[] {name, descriptor});
    }
    return null;
  }
}
