package io.jdbcmirror.instrumentation;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.TextConstant;

/** Puts in what {@link MethodName} asks for. */
final class MethodNameMapping implements Advice.OffsetMapping {
  @Override
  public Target resolve(
      TypeDescription type,
      MethodDescription method,
      Assigner assigner,
      Advice.ArgumentHandler arguments,
      Sort sort) {
    return new Target.ForStackManipulation(new TextConstant(method.getInternalName()));
  }
}
