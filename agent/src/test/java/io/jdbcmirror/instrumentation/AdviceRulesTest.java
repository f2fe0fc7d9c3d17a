package io.jdbcmirror.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is inlined into a driver may refer to nothing that the driver's loader cannot see. */
class AdviceRulesTest {
  static Stream<Class<?>> advices() {
    return Stream.of(
        ConnectInstrumentation.ConnectAdvice.class,
        FactoryInstrumentation.FactoryAdvice.class,
        ConstructorInstrumentation.ConstructorAdvice.class,
        CreationInstrumentation.CreationAdvice.class,
        ExecuteInstrumentation.ExecuteAdvice.class,
        SetterInstrumentation.SetterAdvice.class,
        StreamSetterInstrumentation.StreamSetterAdvice.class,
        NamedSetterInstrumentation.NamedSetterAdvice.class,
        OpaqueSetterInstrumentation.OpaqueSetterAdvice.class,
        StatementCallInstrumentation.StatementCallAdvice.class,
        DriverSetterInstrumentation.DriverSetterAdvice.class,
        StatementOptionInstrumentation.StatementOptionAdvice.class,
        OutParameterInstrumentation.OutParameterAdvice.class,
        ConnectionCallInstrumentation.ConnectionCallAdvice.class,
        ArrayInstrumentation.ArrayAdvice.class,
        ResultSetInstrumentation.ResultSetAdvice.class,
        KeyInstrumentation.KeysAdvice.class,
        ResultInstrumentation.StepAdvice.class,
        ResultInstrumentation.GetterAdvice.class,
        ResultInstrumentation.UpdateCountAdvice.class,
        ResultInstrumentation.MoreResultsAdvice.class,
        BypassInstrumentation.BypassAdvice.class,
        XaInstrumentation.XaAdvice.class,
        CopyInstrumentation.WriteAdvice.class,
        CopyInstrumentation.WriterAdvice.class,
        CopyInstrumentation.CallAdvice.class,
        ConstructorInstrumentation.DerivedAdvice.class,
        MetaDataInstrumentation.MetaDataAdvice.class);
  }

  @ParameterizedTest
  @MethodSource("advices")
  void callsOnlyTheBootstrapRoom(Class<?> advice) throws Exception {
    assertThat(ownersCalledBy(advice))
        .allMatch(owner -> owner.startsWith("io/jdbcmirror/bootstrap/"));
  }

  @Test
  void whatIsInlinedIntoClassLoadersCallsTheJdkAlone() throws Exception {
    assertThat(ownersCalledBy(LoaderInstrumentation.LoadClassAdvice.class))
        .isNotEmpty()
        .allMatch(owner -> owner.startsWith("java/lang/"));
  }

  @ParameterizedTest
  @MethodSource("advices")
  void suppressesWhateverItMayThrow(Class<?> advice) {
    for (var method : advice.getDeclaredMethods()) {
      var enter = method.getAnnotation(Advice.OnMethodEnter.class);
      var exit = method.getAnnotation(Advice.OnMethodExit.class);
      assertThat(enter != null ? enter.suppress() : exit.suppress()).isEqualTo(Throwable.class);
    }
  }

  @ParameterizedTest
  @MethodSource("advices")
  void declaresNoFieldOfItsOwn(Class<?> advice) {
    assertThat(advice.getDeclaredFields()).isEmpty();
  }

  private static List<String> ownersCalledBy(Class<?> advice) throws Exception {
    List<String> owners = new ArrayList<>();
    String path = "/" + advice.getName().replace('.', '/') + ".class";
    try (InputStream in = advice.getResourceAsStream(path)) {
      new ClassReader(in.readAllBytes())
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String generic, String[] thrown) {
                  return name.equals("<init>") ? null : new Calls(owners);
                }
              },
              0);
    }
    return owners;
  }

  private static final class Calls extends MethodVisitor {
    private final List<String> owners;

    Calls(List<String> owners) {
      super(Opcodes.ASM9);
      this.owners = owners;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean boxing = owner.startsWith("java/lang/") && name.equals("valueOf");
      if (!boxing) {
        owners.add(owner);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      owners.add("invokedynamic");
    }
  }
}
