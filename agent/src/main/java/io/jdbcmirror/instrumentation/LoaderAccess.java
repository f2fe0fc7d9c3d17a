package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.Tracked;
import io.jdbcmirror.support.AgentLog;
import io.jdbcmirror.support.AgentThreads;
import io.jdbcmirror.support.Uninterrupted;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.WeakHashMap;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the loader of a driver finds the bootstrap room. OSGi frameworks, JBoss Modules
 * and the like take only packages they know from the bootstrap loader; a driver that was rewritten
 * could then not be loaded at all. The classes of a driver's loader and of its parents are
 * rewritten before the driver, but for those of the JDK; all other loaders are left alone.
 * Thread-safe.
 */
final class LoaderAccess implements ClassFileTransformer {
  private static final String ROOM = Tracked.class.getName();
  private static final long WAIT_MILLIS = 10_000;

  private final Instrumentation instrumentation;
  private final Set<Class<?>> opened =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<Class<?>, Boolean>()));

  LoaderAccess(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    instrumentation.addTransformer(this, true);
  }

  /**
   * Returns whether the loader finds the bootstrap room, by itself or made to. A class of a loader
   * that does not must stay as it is.
   *
   * <p>Loaders that are not the JDK's are not asked first: Felix and Equinox answer otherwise when
   * no bundle is on the stack.
   */
  boolean open(ClassLoader loader) {
    Set<Class<?>> types = new LinkedHashSet<>();
    for (ClassLoader asked = loader; asked != null; asked = asked.getParent()) {
      addClasses(asked.getClass(), types);
    }
    rewrite(types);
    return sees(loader);
  }

  private static boolean sees(ClassLoader loader) {
    try {
      return Class.forName(ROOM, false, loader) == Tracked.class;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private void addClasses(Class<?> loaderClass, Set<Class<?>> types) {
    for (Class<?> type = loaderClass;
        type != null && !JdbcTransformer.isPartOfTheJdk(type.getName().replace('.', '/'));
        type = type.getSuperclass()) {
      if (instrumentation.isModifiableClass(type)) {
        types.add(type);
      }
    }
  }

  /**
   * On a thread of its own, since the JVM hides from transformers what is rewritten within one. The
   * driver's class that is being loaded waits for it, but not for ever.
   */
  private synchronized void rewrite(Set<Class<?>> types) {
    types.removeAll(opened);
    opened.addAll(types);
    if (!types.isEmpty()) {
      Thread rewriting = AgentThreads.start("loaders", () -> retransform(types));
      Uninterrupted.join(rewriting, WAIT_MILLIS);
    }
  }

  private void retransform(Set<Class<?>> types) {
    for (Class<?> type : types) {
      try {
        instrumentation.retransformClasses(type);
      } catch (UnmodifiableClassException | LinkageError | InternalError e) {
        AgentLog.warn(
            "class loader " + type.getName() + " is left as it is: " + AgentLog.describe(e));
      }
    }
  }

  /** Also when another agent has them rewritten once more. */
  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String className,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (redefined == null || !opened.contains(redefined)) {
      return null;
    }
    String name = redefined.getName();
    ClassFileLocator locator =
        ClassRewriter.locator(name, classFile, ClassFileLocator.ForClassLoader.of(loader));
    TypePool pool = ClassRewriter.types(locator);
    Advice loadClass = Advice.to(LoaderInstrumentation.LoadClassAdvice.class); // seldom wanted
    return new Weaver()
        .advise(loadClass, ClassRewriter.methods(LoaderInstrumentation.METHODS))
        .weave(pool.describe(name).resolve(), classFile, pool);
  }
}
