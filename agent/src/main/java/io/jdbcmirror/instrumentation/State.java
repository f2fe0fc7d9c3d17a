package io.jdbcmirror.instrumentation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an argument of advice: the agent's state of the driver's object that was called, null if it
 * has none. In a class that could not be given the field, the object itself, by which the state is
 * found.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface State {}
