package io.jdbcmirror.instrumentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * What a class declares of JDBC, read from its class file. By structure and not by interface alone:
 * SQLite's methods stand in a superclass that does not implement the interface (OTel#18885). Only
 * what declares some method of JDBC's has its superclass read: asking for the hierarchy of every
 * class costs seconds of start-up (OTel#8525).
 */
final class ClassShape extends ClassVisitor {
  /** What a class is, by the methods it declares. */
  enum Role {
    DRIVER,
    FACTORY,
    CONNECTION,
    STATEMENT,
    ARRAY,
    META_DATA,
    RESULT_SET,
    BYPASS_API,
    COPY_API,
    COPY_OPERATION,
    XA_RESOURCE,
    XA_CONNECTION,
    XA_DATA_SOURCE
  }

  // A single "setInt(int, int)" is no sign of a prepared statement.
  private static final int MIN_SETTERS = 3;
  private static final Set<String> STATEMENTS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  "java/sql/Statement",
                  "java/sql/PreparedStatement",
                  "java/sql/CallableStatement")));
  private static final JdbcMethods ARRAY_MARKS = JdbcMethods.of("getBaseTypeName()L");

  private static final List<JdbcMethods> OF_STATEMENTS =
      Arrays.asList(
          StatementCallInstrumentation.METHODS,
          StatementOptionInstrumentation.METHODS,
          SetterInstrumentation.METHODS,
          StreamSetterInstrumentation.METHODS,
          OpaqueSetterInstrumentation.METHODS,
          NamedSetterInstrumentation.METHODS,
          DriverSetterInstrumentation.METHODS,
          OutParameterInstrumentation.METHODS,
          KeyInstrumentation.KEYS,
          ResultInstrumentation.UPDATE_COUNTS,
          ResultInstrumentation.MORE_RESULTS,
          ResultSetInstrumentation.METHODS);

  private final ClassFiles others;
  private final List<String[]> methods = new ArrayList<>();
  private List<String> interfaces = Collections.emptyList();
  private int access;
  private String name = "";
  private String superName = "";

  private ClassShape(ClassFiles others) {
    super(OpenedClassReader.ASM_API);
    this.others = others;
  }

  /**
   * The roles of a class; empty for interfaces, proxies and whatever declares nothing of JDBC.
   *
   * @param others where a superclass's file is to be found
   */
  static Set<Role> rolesOf(byte[] classFile, ClassFiles others) {
    return of(classFile, others).roles();
  }

  private static ClassShape of(byte[] classFile, ClassFiles others) {
    ClassShape shape = new ClassShape(others);
    OpenedClassReader.of(classFile)
        .accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return shape;
  }

  /**
   * A driver's class of no JDBC interface.
   *
   * @param name with slashes
   */
  static boolean isKnownByName(String name) {
    return name.equals(BypassInstrumentation.FAST_PATH)
        || name.equals(CopyInstrumentation.MANAGER)
        || CopyInstrumentation.OPERATIONS.contains(name);
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    boolean passedOver =
        (access & (Opcodes.ACC_INTERFACE | Opcodes.ACC_MODULE)) != 0
            || superName.equals("java/lang/reflect/Proxy");
    if (passedOver) {
      return roles;
    }
    addIf(roles, Role.DRIVER, declares(ConnectInstrumentation.METHODS) || passesDriverBy());
    addIf(roles, Role.FACTORY, FactoryInstrumentation.CLASSES.contains(name));
    addIf(roles, Role.CONNECTION, isConnection() || inheritsConnection());
    addIf(roles, Role.STATEMENT, isStatement() || inheritsStatement());
    addIf(roles, Role.ARRAY, declares(ARRAY_MARKS));
    addIf(roles, Role.RESULT_SET, isResultSet());
    addIf(roles, Role.BYPASS_API, name.equals(BypassInstrumentation.FAST_PATH));
    addIf(roles, Role.COPY_API, name.equals(CopyInstrumentation.MANAGER));
    addIf(roles, Role.COPY_OPERATION, CopyInstrumentation.OPERATIONS.contains(name));
    addIf(roles, Role.XA_RESOURCE, declares(MetaDataInstrumentation.RECOVERY));
    addIf(roles, Role.XA_DATA_SOURCE, declares(XaInstrumentation.DATA_SOURCE));
    addIf(roles, Role.XA_CONNECTION, declares(XaInstrumentation.CONNECTION_MARK));
    addIf(roles, Role.META_DATA, declares(MetaDataInstrumentation.MARKS));
    return roles;
  }

  /**
   * A driver's subclass may declare one or two methods only, such as {@code close()}, and not call
   * its superclass's: T4CConnection of Oracle, ServerPreparedStatement of MySQL.
   */
  private boolean inheritsConnection() {
    return declares(ConnectionCallInstrumentation.METHODS) && hasAncestor(ClassShape::isConnection);
  }

  private boolean inheritsStatement() {
    return OF_STATEMENTS.stream().anyMatch(this::declares) && hasAncestor(ClassShape::isStatement);
  }

  private boolean hasAncestor(Predicate<ClassShape> wanted) {
    byte[] file = superName.startsWith("java/") ? null : others.find(superName);
    if (file == null) {
      return false;
    }
    ClassShape above = of(file, others);
    return wanted.test(above) || above.hasAncestor(wanted);
  }

  /** Those of SQLite that end transactions stand in a class that makes no statement. */
  private boolean isConnection() {
    return declares(CreationInstrumentation.METHODS) || interfaces.contains("java/sql/Connection");
  }

  /** A data source makes connections with it, perhaps without loading a driver. */
  private boolean passesDriverBy() {
    return declares(ConstructorInstrumentation.METHODS)
        || FactoryInstrumentation.CLASSES.contains(name);
  }

  private boolean isStatement() {
    return declares(ExecuteInstrumentation.METHODS)
        || declares(KeyInstrumentation.KEYS)
        || !Collections.disjoint(interfaces, STATEMENTS)
        || count(SetterInstrumentation.METHODS) >= MIN_SETTERS
        || count(StreamSetterInstrumentation.METHODS) >= MIN_SETTERS
        || count(NamedSetterInstrumentation.METHODS) >= MIN_SETTERS
        || count(OutParameterInstrumentation.METHODS) > 0;
  }

  private boolean isResultSet() {
    return count(BypassInstrumentation.ROW_METHODS) > 1
        || count(ResultInstrumentation.MARKS) > 1
        || interfaces.contains("java/sql/ResultSet");
  }

  private static void addIf(Set<Role> roles, Role role, boolean has) {
    if (has) {
      roles.add(role);
    }
  }

  private boolean declares(JdbcMethods wanted) {
    return count(wanted) > 0;
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
    this.interfaces = interfaces == null ? Collections.emptyList() : Arrays.asList(interfaces);
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
