package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.JdbcHooks;
import io.jdbcmirror.bootstrap.Tracked;
import io.jdbcmirror.instrumentation.ClassShape.Role;
import io.jdbcmirror.support.AgentLog;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class the application loads and rewrites the few that belong to a JDBC driver. Byte
 * Buddy is not even loaded before the first of them. A class that cannot be rewritten stays as it
 * is, and one line says so.
 */
public final class JdbcTransformer implements ClassFileTransformer {
  private static final ClassLoader OWN_LOADER = JdbcTransformer.class.getClassLoader();

  private final Instrumentation instrumentation;
  private final BootstrapRoom room;
  private final boolean rewrites;
  private final FirstDriver firstDriver;
  private final HeadStart headStart = new HeadStart();
  // Not an AtomicBoolean: the first of a JVM costs a millisecond, also where no driver ever comes.
  private volatile boolean driverSeen; // written under this
  private volatile boolean broken; // written under this
  private @Nullable LoaderAccess access; // guarded by this
  private @Nullable ClassRewriter untracked; // guarded by this

  /**
   * @param rewrites false: it only waits for the first driver, and leaves all classes as they are
   * @param firstDriver what begins then
   */
  public JdbcTransformer(
      Instrumentation instrumentation, boolean rewrites, FirstDriver firstDriver) {
    this.instrumentation = instrumentation;
    this.rewrites = rewrites;
    this.room = new BootstrapRoom(instrumentation);
    this.firstDriver = firstDriver;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (className == null || loader == OWN_LOADER || isDone()) {
      return null;
    }
    try {
      if (isPartOfTheJdk(className)) {
        expect(className);
        return null;
      }
      return loader == null || !ClassScan.namesJdbc(classFile)
          ? null
          : rewrite(loader, className, redefined, classFile);
    } catch (LinkageError e) {
      // A part of the agent's jar is missing or garbled: every further class would fail likewise.
      giveUp(
          "the agent's jar is damaged: "
              + e.getClass().getName()
              + ": "
              + AgentLog.firstLine(e.getMessage()));
      return null;
    } catch (Throwable t) {
      AgentLog.warnOnce(
          className,
          "class "
              + className
              + " is left as it is, its calls are not mirrored: "
              + AgentLog.describe(t));
      return null;
    }
  }

  private byte @Nullable [] rewrite(
      ClassLoader loader, String className, @Nullable Class<?> redefined, byte[] classFile)
      throws IOException {
    ApplicationFiles files = new ApplicationFiles(loader);
    Set<Role> roles = ClassShape.rolesOf(classFile, files::find);
    if (roles.isEmpty()) {
      return null;
    }
    if (!rewrites) {
      notice(roles);
      return null;
    }
    room.open();
    if (!access().open(loader)) {
      throw new IllegalStateException("its class loader hides the agent");
    }
    ClassRewriter rewriter = prepare(roles);
    if (rewriter == null) {
      return null;
    }
    notice(roles);
    ClassRewriter suitable = mayBeTracked(redefined) ? rewriter : untracked();
    return suitable.rewrite(className.replace('/', '.'), classFile, files, roles);
  }

  /** Whoever loads this class is about to look for drivers. */
  private void expect(String className) {
    if (rewrites && className.equals("java/sql/DriverManager")) {
      headStart.begin();
    }
  }

  /** What begins with the driver is made here while the rewriter is made elsewhere. */
  private @Nullable ClassRewriter prepare(Set<Role> roles) {
    if (!driverSeen) {
      headStart.begin();
      if (starts(roles)) {
        firstDriver.prepare();
      }
    }
    ClassRewriter rewriter = headStart.rewriter();
    if (rewriter == null) {
      giveUp("what rewrites classes is not ready in time");
    }
    return rewriter;
  }

  private void notice(Set<Role> roles) {
    if (starts(roles) && isFirstDriver()) {
      firstDriver.begin();
    }
  }

  private static boolean starts(Set<Role> roles) {
    return roles.contains(Role.DRIVER) || roles.contains(Role.XA_DATA_SOURCE);
  }

  private synchronized boolean isFirstDriver() {
    boolean first = !driverSeen;
    driverSeen = true;
    return first;
  }

  private boolean isDone() {
    return broken || (!rewrites && driverSeen);
  }

  private void giveUp(String why) {
    if (isFirstTrouble()) {
      AgentLog.error("the application runs unmirrored: " + why);
      if (driverSeen) {
        JdbcHooks.install(null); // with half of the driver's classes nothing would be whole
      }
    }
  }

  private synchronized boolean isFirstTrouble() {
    boolean first = !broken;
    broken = true;
    return first;
  }

  /** A loaded class cannot get a field any more; one that has it must keep it. */
  private static boolean mayBeTracked(@Nullable Class<?> redefined) {
    return redefined == null || Arrays.asList(redefined.getInterfaces()).contains(Tracked.class);
  }

  static boolean isPartOfTheJdk(String className) {
    return className.startsWith("java/")
        || className.startsWith("javax/")
        || className.startsWith("jdk/")
        || className.startsWith("sun/")
        || className.startsWith("com/sun/");
  }

  /**
   * Rewrites what was loaded before the agent came. One class at a time: one that cannot be
   * rewritten would fail its whole batch (OTel#12534).
   */
  public static void retransformLoaded(Instrumentation instrumentation) {
    for (Class<?> loaded : JdbcTypes.implementations(instrumentation.getAllLoadedClasses())) {
      if (mayBeOfADriver(loaded) && instrumentation.isModifiableClass(loaded)) {
        try {
          instrumentation.retransformClasses(loaded);
        } catch (UnmodifiableClassException | LinkageError | InternalError e) {
          AgentLog.warn("class " + loaded.getName() + " is left as it is: " + AgentLog.describe(e));
        }
      }
    }
  }

  private static boolean mayBeOfADriver(Class<?> loaded) {
    return !loaded.isInterface()
        && !loaded.isArray()
        && !loaded.isPrimitive()
        && loaded.getClassLoader() != null
        && loaded.getClassLoader() != OWN_LOADER
        && !isPartOfTheJdk(loaded.getName().replace('.', '/'));
  }

  /** Not before it is wanted: it is a transformer, too, which would see every class. */
  private synchronized LoaderAccess access() {
    LoaderAccess made = access == null ? new LoaderAccess(instrumentation) : access;
    access = made;
    return made;
  }

  /** Seldom wanted: for what was loaded before the agent came. */
  private synchronized ClassRewriter untracked() {
    ClassRewriter made = untracked == null ? new ClassRewriter(false) : untracked;
    untracked = made;
    return made;
  }
}
