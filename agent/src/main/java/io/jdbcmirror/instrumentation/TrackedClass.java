package io.jdbcmirror.instrumentation;

import io.jdbcmirror.bootstrap.Tracked;
import java.util.Arrays;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes a class {@link Tracked}: adds the interface, one field and its two accessors. Written
 * directly, since Byte Buddy's own way would resolve the class's whole hierarchy first.
 */
final class TrackedClass extends AsmVisitorWrapper.AbstractBase {
  private static final String INTERFACE = Type.getInternalName(Tracked.class);
  private static final String NAME = "jdbcMirror$state";
  private static final String OBJECT = "Ljava/lang/Object;";

  @Override
  public ClassVisitor wrap(
      TypeDescription type,
      ClassVisitor visitor,
      Implementation.Context context,
      TypePool pool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    return new Visitor(visitor, type.getInternalName());
  }

  /** Puts the state of {@code this} on the stack, without asking what {@code this} implements. */
  static void readState(MethodVisitor method, TypeDescription type) {
    method.visitVarInsn(Opcodes.ALOAD, 0);
    method.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, type.getInternalName(), NAME, "()" + OBJECT, false);
  }

  private static final class Visitor extends ClassVisitor {
    private final String owner;

    Visitor(ClassVisitor next, String owner) {
      super(OpenedClassReader.ASM_API, next);
      this.owner = owner;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      String[] had = interfaces == null ? new String[0] : interfaces;
      String[] all = Arrays.copyOf(had, had.length + 1);
      all[had.length] = INTERFACE;
      String generic = signature == null ? null : signature + "L" + INTERFACE + ";";
      super.visit(version, access, name, generic, superName, all);
    }

    @Override
    public void visitEnd() {
      int hidden = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_TRANSIENT;
      super.visitField(Opcodes.ACC_PRIVATE | hidden, NAME, OBJECT, null, null).visitEnd();
      getter();
      setter();
      super.visitEnd();
    }

    private void getter() {
      MethodVisitor method = accessor("()" + OBJECT);
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitFieldInsn(Opcodes.GETFIELD, owner, NAME, OBJECT);
      method.visitInsn(Opcodes.ARETURN);
      method.visitMaxs(1, 1);
      method.visitEnd();
    }

    private void setter() {
      MethodVisitor method = accessor("(" + OBJECT + ")V");
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitVarInsn(Opcodes.ALOAD, 1);
      method.visitFieldInsn(Opcodes.PUTFIELD, owner, NAME, OBJECT);
      method.visitInsn(Opcodes.RETURN);
      method.visitMaxs(2, 2);
      method.visitEnd();
    }

    private MethodVisitor accessor(String descriptor) {
      int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC;
      MethodVisitor method = super.visitMethod(access, NAME, descriptor, null, null);
      method.visitCode();
      return method;
    }
  }
}
