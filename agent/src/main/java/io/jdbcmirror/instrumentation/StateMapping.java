package io.jdbcmirror.instrumentation;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.StackSize;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.member.MethodVariableAccess;
import net.bytebuddy.jar.asm.MethodVisitor;

/**
 * Reads what advice has as {@link State}. The class's own accessor is called, and not that of an
 * interface: to ask whether an object implements one costs more than all else that a passing call
 * does, and on several threads much more (JDK-8180450).
 */
final class StateMapping implements Advice.OffsetMapping {
  private final boolean tracked;

  /**
   * @param tracked whether the class has the accessor
   */
  StateMapping(boolean tracked) {
    this.tracked = tracked;
  }

  @Override
  public Target resolve(
      TypeDescription type,
      MethodDescription method,
      Assigner assigner,
      Advice.ArgumentHandler arguments,
      Sort sort) {
    return new Target.ForStackManipulation(
        tracked ? new Accessor(type) : MethodVariableAccess.loadThis());
  }

  private static final class Accessor extends StackManipulation.AbstractBase {
    private final TypeDescription type;

    Accessor(TypeDescription type) {
      this.type = type;
    }

    @Override
    public Size apply(MethodVisitor method, Implementation.Context context) {
      TrackedClass.readState(method, type);
      return StackSize.SINGLE.toIncreasingSize();
    }
  }
}
