package io.jdbcmirror.instrumentation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of the method that the advice stands in. Byte Buddy's {@code Origin} gives it as well,
 * but makes the JVM generate ten proxies first, for constants of every other kind: a tenth of what
 * the agent adds to a start.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface MethodName {}
