package io.jdbcmirror.instrumentation;

import static net.bytebuddy.matcher.ElementMatchers.isSynthetic;
import static net.bytebuddy.matcher.ElementMatchers.isVirtual;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.asm.AsmVisitorWrapper.ForDeclaredMethods;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.Implementation.Context.FrameGeneration;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.AsmClassWriter;
import net.bytebuddy.utility.OpenedClassReader;

/**
 * Writes advice into one class file. Byte Buddy's own builder does the same, but loads hundreds of
 * classes for what is not needed here, and resolves the hierarchy of every class: a quarter of what
 * the agent added to a program's start.
 */
final class Weaver {
  private final List<AsmVisitorWrapper> wrappers = new ArrayList<>();
  private ForDeclaredMethods advices = new ForDeclaredMethods();

  Weaver visit(AsmVisitorWrapper wrapper) {
    wrappers.add(wrapper);
    return this;
  }

  /** All in one visitor: each has a table of all methods of the class. */
  Weaver advise(Advice advice, ElementMatcher<? super MethodDescription> methods) {
    advices = advices.invokable(methods, advice);
    return this;
  }

  byte[] weave(TypeDescription type, byte[] classFile, TypePool pool) {
    wrappers.add(advices);
    AsmVisitorWrapper all = new AsmVisitorWrapper.Compound(wrappers);
    int writerFlags = all.mergeWriter(AsmVisitorWrapper.NO_FLAGS);
    int readerFlags = all.mergeReader(AsmVisitorWrapper.NO_FLAGS);
    ClassReader reader = OpenedClassReader.of(classFile);
    ClassWriter writer = new AsmClassWriter.FrameComputingClassWriter(reader, writerFlags, pool);
    ClassVisitor woven =
        all.wrap(
            type,
            writer,
            context(type, ClassFileVersion.ofClassFile(classFile), readerFlags),
            pool,
            type.getDeclaredFields(),
            methods(type),
            writerFlags,
            readerFlags);
    reader.accept(woven, readerFlags);
    byte[] written = writer.toByteArray();
    ClassDump.write(type.getName(), written);
    return written;
  }

  /** A bridge calls the method that it stands for, which has the advice. */
  private static MethodList<MethodDescription.InDefinedShape> methods(TypeDescription type) {
    return type.getDeclaredMethods().filter(not(isVirtual().and(isSynthetic())));
  }

  private static Implementation.Context context(
      TypeDescription type, ClassFileVersion version, int readerFlags) {
    return Implementation.Context.Disabled.Factory.INSTANCE.make(
        type,
        new AuxiliaryType.NamingStrategy.Enumerating("unused"),
        TypeInitializer.None.INSTANCE,
        version,
        version,
        frames(version, readerFlags));
  }

  private static FrameGeneration frames(ClassFileVersion version, int readerFlags) {
    if (!version.isAtLeast(ClassFileVersion.JAVA_V6)) {
      return FrameGeneration.DISABLED;
    }
    return (readerFlags & ClassReader.EXPAND_FRAMES) == 0
        ? FrameGeneration.GENERATE
        : FrameGeneration.EXPAND;
  }
}
