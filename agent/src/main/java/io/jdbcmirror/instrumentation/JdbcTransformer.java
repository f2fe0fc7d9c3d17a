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
  private final Runnable onFirstDriver;
  // Not an AtomicBoolean: the first of a JVM costs a millisecond, also where no driver ever comes.
  private volatile boolean driverSeen; // written under this
  private volatile boolean broken; // written under this
  private volatile @Nullable Rewriter rewriter;

  /**
   * @param rewrites false: it only waits for the first driver, and leaves all classes as they are
   * @param onFirstDriver called once, on the application's thread, before the first class of a JDBC
   *     driver is defined
   */
  public JdbcTransformer(
      Instrumentation instrumentation, boolean rewrites, Runnable onFirstDriver) {
    this.instrumentation = instrumentation;
    this.rewrites = rewrites;
    this.room = new BootstrapRoom(instrumentation);
    this.onFirstDriver = onFirstDriver;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null
        || loader == OWN_LOADER
        || className == null
        || isPartOfTheJdk(className)
        || isDone()
        || !ClassScan.namesJdbc(classFile)) {
      return null;
    }
    try {
      return rewrite(loader, className, redefined, classFile);
    } catch (LinkageError e) {
      giveUp(e);
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
    if (!rewriter().access.open(loader)) {
      throw new IllegalStateException("its class loader hides the agent");
    }
    notice(roles);
    return rewriter()
        .classes(mayBeTracked(redefined))
        .rewrite(className.replace('/', '.'), classFile, files, roles);
  }

  private void notice(Set<Role> roles) {
    boolean starts = roles.contains(Role.DRIVER) || roles.contains(Role.XA_DATA_SOURCE);
    if (starts && isFirstDriver()) {
      onFirstDriver.run();
    }
  }

  private synchronized boolean isFirstDriver() {
    boolean first = !driverSeen;
    driverSeen = true;
    return first;
  }

  private boolean isDone() {
    return broken || (!rewrites && driverSeen);
  }

  /** A part of the agent's jar is missing or garbled: every further class would fail likewise. */
  private void giveUp(LinkageError e) {
    if (isFirstDamage()) {
      AgentLog.error(
          "the agent's jar is damaged, the application runs unmirrored: "
              + e.getClass().getName()
              + ": "
              + AgentLog.firstLine(e.getMessage()));
      if (driverSeen) {
        JdbcHooks.install(null); // with half of the driver's classes nothing would be whole
      }
    }
  }

  private synchronized boolean isFirstDamage() {
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

  private Rewriter rewriter() {
    Rewriter made = rewriter;
    if (made == null) {
      synchronized (this) {
        made = rewriter == null ? new Rewriter(instrumentation) : rewriter;
        rewriter = made;
      }
    }
    return made;
  }

  /** Its own class, so that Byte Buddy is loaded with the first driver and not before. */
  private static final class Rewriter {
    final LoaderAccess access;
    private final ClassRewriter tracked = new ClassRewriter(true);
    private @Nullable ClassRewriter untracked;

    Rewriter(Instrumentation instrumentation) {
      access = new LoaderAccess(instrumentation);
    }

    ClassRewriter classes(boolean mayBeTracked) {
      return mayBeTracked ? tracked : untracked();
    }

    private synchronized ClassRewriter untracked() {
      ClassRewriter made = untracked == null ? new ClassRewriter(false) : untracked;
      untracked = made;
      return made;
    }
  }
}
