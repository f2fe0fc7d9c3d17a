package io.jdbcmirror.instrumentation;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.jdbcmirror.instrumentation.ClassShape.Role;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/** Writes the advice of every instrumentation into one class. Thread-safe. */
final class ClassRewriter {
  private final boolean tracked;
  private final Advice connect;
  private final Advice constructor;
  private final Advice factory;
  private final Advice creation;
  private final Advice connectionCall;
  private final Advice array;
  private final Advice execute;
  private final Advice setter;
  private final Advice streamSetter;
  private final Advice namedSetter;
  private final Advice opaqueSetter;
  private final Advice statementCall;
  private final Advice driverSetter;
  private final Advice statementOption;
  private final Advice outParameter;
  private final Advice resultSet;
  private final Advice keys;
  private final Advice resultStep;
  private final Advice getter;
  private final Advice updateCount;
  private final Advice moreResults;
  private final Advice bypass;
  private final Advice copyWrite;
  private final Advice copyWriter;
  private final Advice copyCall;
  private final Advice xa;
  private final Advice derived;
  private final Advice metaData;

  /**
   * @param tracked of classes that may get the field; false of those already loaded without
   */
  ClassRewriter(boolean tracked) {
    this.tracked = tracked;
    Advice.WithCustomMapping advice =
        Advice.withCustomMapping()
            .bind(State.class, new StateMapping(tracked))
            .bind(MethodName.class, new MethodNameMapping());
    connect = advice.to(ConnectInstrumentation.ConnectAdvice.class);
    constructor = advice.to(ConstructorInstrumentation.ConstructorAdvice.class);
    factory = advice.to(FactoryInstrumentation.FactoryAdvice.class);
    creation = advice.to(CreationInstrumentation.CreationAdvice.class);
    connectionCall = advice.to(ConnectionCallInstrumentation.ConnectionCallAdvice.class);
    array = advice.to(ArrayInstrumentation.ArrayAdvice.class);
    execute = advice.to(ExecuteInstrumentation.ExecuteAdvice.class);
    setter = advice.to(SetterInstrumentation.SetterAdvice.class);
    streamSetter = advice.to(StreamSetterInstrumentation.StreamSetterAdvice.class);
    namedSetter = advice.to(NamedSetterInstrumentation.NamedSetterAdvice.class);
    opaqueSetter = advice.to(OpaqueSetterInstrumentation.OpaqueSetterAdvice.class);
    statementCall = advice.to(StatementCallInstrumentation.StatementCallAdvice.class);
    driverSetter = advice.to(DriverSetterInstrumentation.DriverSetterAdvice.class);
    statementOption = advice.to(StatementOptionInstrumentation.StatementOptionAdvice.class);
    outParameter = advice.to(OutParameterInstrumentation.OutParameterAdvice.class);
    resultSet = advice.to(ResultSetInstrumentation.ResultSetAdvice.class);
    keys = advice.to(KeyInstrumentation.KeysAdvice.class);
    resultStep = advice.to(ResultInstrumentation.StepAdvice.class);
    getter = advice.to(ResultInstrumentation.GetterAdvice.class);
    updateCount = advice.to(ResultInstrumentation.UpdateCountAdvice.class);
    moreResults = advice.to(ResultInstrumentation.MoreResultsAdvice.class);
    bypass = advice.to(BypassInstrumentation.BypassAdvice.class);
    copyWrite = advice.to(CopyInstrumentation.WriteAdvice.class);
    copyWriter = advice.to(CopyInstrumentation.WriterAdvice.class);
    copyCall = advice.to(CopyInstrumentation.CallAdvice.class);
    xa = advice.to(XaInstrumentation.XaAdvice.class);
    derived = advice.to(ConstructorInstrumentation.DerivedAdvice.class);
    metaData = advice.to(MetaDataInstrumentation.MetaDataAdvice.class);
  }

  /**
   * @param others where the files of further classes are to be found
   */
  byte[] rewrite(String className, byte[] classFile, ApplicationFiles others, Set<Role> roles) {
    ClassFileLocator locator = locator(className, classFile, others);
    TypePool pool = types(locator);
    Weaver weaver = new Weaver();
    if (tracked && isTrackable(roles)) {
      weaver.visit(new TrackedClass());
    }
    for (Role role : roles) {
      advise(weaver, role);
    }
    return weaver.weave(pool.describe(className).resolve(), classFile, pool);
  }

  /**
   * Where the class and those that it names are read. Loaders of OSGi load the JDK's classes but
   * may not show their files.
   */
  static ClassFileLocator locator(String className, byte[] classFile, ClassFileLocator others) {
    return new ClassFileLocator.Compound(
        ClassFileLocator.Simple.of(className, classFile),
        others,
        ClassFileLocator.ForClassLoader.of(ClassRewriter.class.getClassLoader().getParent()));
  }

  /**
   * The types that a class names, resolved only where that is needed: a loader may lack them. What
   * another agent has added to it has no file at all and stands in the bootstrap loader.
   */
  static TypePool types(ClassFileLocator locator) {
    return new TypePool.Default.WithLazyResolution(
        TypePool.CacheProvider.Simple.withObjectType(),
        locator,
        TypePool.Default.ReaderMode.FAST,
        TypePool.ClassLoading.ofBootLoader());
  }

  private static boolean isTrackable(Set<Role> roles) {
    return roles.contains(Role.CONNECTION)
        || roles.contains(Role.STATEMENT)
        || roles.contains(Role.ARRAY)
        || roles.contains(Role.RESULT_SET)
        || roles.contains(Role.BYPASS_API)
        || roles.contains(Role.COPY_API)
        || roles.contains(Role.COPY_OPERATION);
  }

  private Weaver advise(Weaver weaver, Role role) {
    switch (role) {
      case DRIVER:
        return weaver.advise(connect, methods(ConnectInstrumentation.METHODS));
      case FACTORY:
        return weaver.advise(factory, named(FactoryInstrumentation.METHODS));
      case CONNECTION:
        return weaver
            .advise(constructor, methods(ConstructorInstrumentation.METHODS))
            .advise(derived, methods(ConstructorInstrumentation.COPIES))
            .advise(creation, methods(CreationInstrumentation.METHODS))
            .advise(execute, methods(ExecuteInstrumentation.CONNECTION_METHODS))
            .advise(connectionCall, methods(ConnectionCallInstrumentation.METHODS))
            .advise(metaData, methods(MetaDataInstrumentation.CONNECTION_METHODS))
            .advise(array, methods(ArrayInstrumentation.METHODS));
      case STATEMENT:
        return weaver
            .advise(execute, methods(ExecuteInstrumentation.METHODS))
            .advise(setter, methods(SetterInstrumentation.METHODS))
            .advise(streamSetter, methods(StreamSetterInstrumentation.METHODS))
            .advise(namedSetter, methods(NamedSetterInstrumentation.METHODS))
            .advise(opaqueSetter, methods(OpaqueSetterInstrumentation.METHODS))
            .advise(metaData, statementMetaData())
            .advise(driverSetter, methods(DriverSetterInstrumentation.METHODS))
            .advise(statementOption, methods(StatementOptionInstrumentation.METHODS))
            .advise(outParameter, methods(OutParameterInstrumentation.METHODS))
            .advise(resultSet, methods(ResultSetInstrumentation.METHODS))
            .advise(updateCount, methods(ResultInstrumentation.UPDATE_COUNTS))
            .advise(moreResults, methods(ResultInstrumentation.MORE_RESULTS))
            .advise(keys, methods(KeyInstrumentation.KEYS))
            .advise(statementCall, methods(StatementCallInstrumentation.METHODS));
      case RESULT_SET:
        return weaver
            .advise(bypass, methods(BypassInstrumentation.ROW_METHODS))
            .advise(resultStep, methods(ResultInstrumentation.STEPS))
            .advise(getter, methods(ResultInstrumentation.GETTERS))
            .advise(metaData, methods(BypassInstrumentation.REFRESH));
      case BYPASS_API:
        return weaver
            .advise(derived, isConstructor())
            .advise(bypass, methods(BypassInstrumentation.FAST_PATH_METHODS));
      case COPY_API:
        return weaver
            .advise(derived, isConstructor())
            .advise(execute, methods(CopyInstrumentation.STARTS))
            .advise(bypass, methods(CopyInstrumentation.DUAL));
      case COPY_OPERATION:
        return weaver
            .advise(copyCall, methods(CopyInstrumentation.CALLS))
            .advise(copyWrite, methods(CopyInstrumentation.WRITES))
            .advise(copyWriter, methods(CopyInstrumentation.WRITERS));
      case XA_RESOURCE:
        return weaver
            .advise(metaData, methods(MetaDataInstrumentation.RECOVERY))
            .advise(xa, methods(XaInstrumentation.RESOURCE));
      case XA_CONNECTION:
        return weaver.advise(xa, methods(XaInstrumentation.CONNECTION));
      case XA_DATA_SOURCE:
        return weaver.advise(xa, methods(XaInstrumentation.DATA_SOURCE));
      case META_DATA:
        return weaver.advise(metaData, not(isStatic().or(isConstructor())));
      default:
        return weaver;
    }
  }

  private static ElementMatcher.Junction<MethodDescription> publicInstanceMethods() {
    return isPublic().and(not(isStatic().or(isConstructor())));
  }

  private static ElementMatcher<MethodDescription> statementMetaData() {
    return new ElementMatcher.Junction.ForNonNullValues<MethodDescription>() {
      @Override
      protected boolean doMatch(MethodDescription method) {
        return publicInstanceMethods().matches(method)
            && !method.isAbstract()
            && MetaDataInstrumentation.isOfStatement(
                method.getInternalName(), method.getDescriptor());
      }
    };
  }

  static ElementMatcher<MethodDescription> methods(JdbcMethods wanted) {
    return not(isStatic()).and(named(wanted));
  }

  private static ElementMatcher<MethodDescription> named(JdbcMethods wanted) {
    return new ElementMatcher.Junction.ForNonNullValues<MethodDescription>() {
      @Override
      protected boolean doMatch(MethodDescription method) {
        return !method.isAbstract()
            && wanted.names(method.getInternalName())
            && wanted.contains(method.getInternalName(), method.getDescriptor());
      }
    };
  }
}
